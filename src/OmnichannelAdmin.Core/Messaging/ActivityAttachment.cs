namespace OmnichannelAdmin.Messaging;

/// <summary>A file or card that goes with a message.</summary>
public sealed record ActivityAttachment
{
    /// <summary>The media type, such as <c>application/pdf</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the content is; a <c>data:</c> URL may hold it.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The content itself as plain values, or null.</summary>
    public object? Content { get; init; }

    /// <summary>The file's name.</summary>
    public string? Name { get; init; }

    /// <summary>Where a small picture of it is.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The name, or the media type where there is no name.</summary>
    public override string ToString() => Name ?? ContentType ?? "";
}
