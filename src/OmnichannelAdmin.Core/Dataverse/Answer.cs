using System.Net;

namespace OmnichannelAdmin.Dataverse;

/// <summary>An answer as it came: to a request of its own, or to an operation inside a batch.</summary>
/// <param name="Method">The method that was asked for.</param>
/// <param name="Url">The URL that was asked.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, by name without case.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record Answer(
    HttpMethod Method,
    Uri Url,
    HttpStatusCode Status,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether an attempt before this answer may have been carried out as well.</summary>
    public bool FollowsLostAnswer { get; init; }

    /// <summary>The place of the operation inside a batch, from 0, or null outside of one.</summary>
    public int? BatchIndex { get; init; }

    /// <summary>The media type of the body, in lower case, or null.</summary>
    public string? MediaType => Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();
}
