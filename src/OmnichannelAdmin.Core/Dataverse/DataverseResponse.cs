using System.Net;
using System.Text.Json;

namespace OmnichannelAdmin.Dataverse;

/// <summary>A successful answer, read whole.</summary>
public sealed record DataverseResponse
{
    /// <summary>The status, 200 to 299.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>The headers, by name without case; several values are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The JSON body, or null when there is none.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>The etag of the row, from the ETag header or the body.</summary>
    public string? ETag { get; init; }

    /// <summary>The server's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// True when an earlier attempt at the same request was sent and its answer lost, so that the server may have
    /// carried it out twice.
    /// </summary>
    public bool FollowsLostAnswer { get; init; }
}
