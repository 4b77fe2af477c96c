using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Dataverse;

/// <summary>One Web API call, before it has an environment.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">
/// The path and query below <c>/api/data/v9.2/</c>, escaped already: <c>WhoAmI</c>, or what <see cref="ODataQuery"/>
/// made. An absolute URL is accepted when it lies in the same environment.
/// </param>
public sealed record DataverseRequest(HttpMethod Method, string Path)
{
    /// <summary>The JSON body, or null for none.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>The etag that the row must still have, sent as If-Match; <c>*</c> for "the row must exist".</summary>
    public string? IfMatch { get; init; }

    /// <summary>Sent as If-None-Match; <c>*</c> for "the row must not exist".</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The preferences, such as <c>return=representation</c>, joined into one Prefer header.</summary>
    public IReadOnlyList<string> Preferences { get; init; } = [];

    /// <summary>Other headers. Authorization and Host are refused.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether carrying the request out twice does no harm, so that it is repeated when its answer was lost. True
    /// unless the method is POST; set it on a create that carries its row's own GUID. A request that the environment
    /// throttled (429) was not carried out and is repeated in any case.
    /// </summary>
    public bool SafeToRepeat { get; init; } = Method != HttpMethod.Post;
}
