using System.Text.Json;

namespace OmnichannelAdmin.Messaging;

/// <summary>Takes the known fields out of an activity's JSON, and remembers which were not taken.</summary>
internal sealed class ActivityFields(JsonElement json)
{
    private readonly Dictionary<string, object?> _untaken = PlainJson.FieldsOf(json);

    /// <summary>A text, or null where there is none.</summary>
    public string? Text(string name) => Take<string>(name);

    /// <summary>The id of an object.</summary>
    public string? Id(string name) => Party(name)?.Id;

    /// <summary>The id and the name of an object.</summary>
    public ActivityParty? Party(string name) =>
        Take<Dictionary<string, object?>>(name) is { } fields
            ? new ActivityParty(TextIn(fields, "id"), TextIn(fields, "name"))
            : null;

    /// <summary>Anything.</summary>
    public object? Value(string name) => Take<object>(name);

    /// <summary>The objects of an array.</summary>
    public IReadOnlyList<ActivityAttachment> Attachments(string name) =>
        [.. (Take<object?[]>(name) ?? []).OfType<Dictionary<string, object?>>().Select(Attachment)];

    /// <summary>The fields that nobody has taken.</summary>
    public IReadOnlyDictionary<string, object?> Untaken() => _untaken;

    private static ActivityAttachment Attachment(Dictionary<string, object?> fields) => new()
    {
        ContentType = TextIn(fields, "contentType"),
        ContentUrl = TextIn(fields, "contentUrl"),
        Content = fields.GetValueOrDefault("content"),
        Name = TextIn(fields, "name"),
        ThumbnailUrl = TextIn(fields, "thumbnailUrl"),
    };

    private static string? TextIn(Dictionary<string, object?> fields, string name) =>
        fields.GetValueOrDefault(name) as string;

    // A null says nothing, so it is not left over as unknown.
    private T? Take<T>(string name)
        where T : class
    {
        if (!_untaken.TryGetValue(name, out var value) || (value is not null && value is not T))
            return null;

        _untaken.Remove(name);
        return (T?)value;
    }
}
