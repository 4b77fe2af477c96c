using System.Net;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Sandbox.Faults;

/// <summary>
/// Something that goes wrong with the next requests that it fits, or with operations inside of batches when it gives an
/// answer of its own and does not fit the batch itself. Made by its static methods.
/// </summary>
public sealed record SandboxFault
{
    private SandboxFault(FaultKind kind) => Kind = kind;

    /// <summary>What it does.</summary>
    public FaultKind Kind { get; }

    /// <summary>The HTTP method of the requests that it fits, or null for all.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// A regular expression that the URL must match somewhere, without case, or null for all. The URL is matched with
    /// its escapes undone.
    /// </summary>
    public string? Url { get; init; }

    /// <summary>How many requests that fit go by unharmed first.</summary>
    public int After { get; init; }

    /// <summary>How many requests it strikes. 1 unless set.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; init; } = HttpStatusCode.InternalServerError;

    /// <summary>The Dataverse error code of the answer.</summary>
    public string Code { get; init; } = string.Empty;

    /// <summary>The message of the answer, or its HTML.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>Headers of the answer, such as Retry-After.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How late the answer is, by the organization's clock.</summary>
    public TimeSpan Lateness { get; init; }

    /// <summary>The request is answered with an error.</summary>
    public static SandboxFault Answer(HttpStatusCode status, string code = "", string message = "") =>
        new(FaultKind.Answer) { Status = status, Code = code, Message = message };

    /// <summary>The request is answered 429 by the service protection limits.</summary>
    /// <param name="retryAfter">The text of Retry-After: whole seconds or an HTTP date.</param>
    public static SandboxFault Throttled(string retryAfter) =>
        Answer(HttpStatusCode.TooManyRequests, "0x80072322", "Number of requests exceeded the limit of 6000.") with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        };

    /// <summary>The request is answered as usual, but late.</summary>
    public static SandboxFault Delay(TimeSpan lateness) => new(FaultKind.Delay) { Lateness = lateness };

    /// <summary>The connection breaks before the request is carried out.</summary>
    public static SandboxFault CutBeforeWrite() => new(FaultKind.CutBeforeWrite);

    /// <summary>The request is carried out, and the connection breaks before its answer.</summary>
    public static SandboxFault CutAfterWrite() => new(FaultKind.CutAfterWrite);

    /// <summary>The request is carried out, and its answer ends in the middle of the body.</summary>
    public static SandboxFault TruncateBody() => new(FaultKind.TruncateBody);

    /// <summary>The request is answered with HTML.</summary>
    public static SandboxFault NonJsonBody(
        HttpStatusCode status = HttpStatusCode.BadGateway, string html = "<html><body>Bad gateway</body></html>") =>
        new(FaultKind.NonJsonBody) { Status = status, Message = html };

    /// <summary>Whether it gives an answer of its own, as an operation inside of a batch can be given one.</summary>
    internal bool GivesAnswer => Kind is FaultKind.Answer or FaultKind.NonJsonBody;

    /// <summary>Whether it is meant for a request.</summary>
    internal bool Fits(string method, Uri url) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Url is null || Regex.IsMatch(
            Uri.UnescapeDataString(url.AbsoluteUri),
            Url,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)));
}
