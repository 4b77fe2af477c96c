using System.Net;

namespace OmnichannelAdmin.Dataverse;

/// <summary>What one attempt at a request did. Carries no secret: headers are those of an allow-list.</summary>
public sealed record RequestTrace
{
    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The absolute URL.</summary>
    public required Uri Url { get; init; }

    /// <summary>The status that was answered, or null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long the attempt took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The server's id of the request, for a support case.</summary>
    public string? RequestId { get; init; }

    /// <summary>1 for the first attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>What broke the attempt when no answer came.</summary>
    public string? Failure { get; init; }

    /// <summary>The request's headers that may be shown; others appear with the value REDACTED.</summary>
    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The response's headers that may be shown; others appear with the value REDACTED.</summary>
    public IReadOnlyDictionary<string, string> ResponseHeaders { get; init; } = new Dictionary<string, string>();
}
