using System.Collections.Frozen;
using System.Net;

namespace OmnichannelAdmin.Dataverse.Handlers;

/// <summary>
/// Tells the observer of each attempt. What is not on the list of headers that may be shown is not shown.
/// </summary>
internal sealed class TraceHandler(TimeProvider time) : DelegatingHandler
{
    private const string Redacted = "REDACTED";

    private static readonly FrozenSet<string> Shown = new[]
    {
        "Accept",
        "CallerObjectId",
        "Consistency",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Date",
        "ETag",
        "If-Match",
        "If-None-Match",
        "MSCRM.SolutionUniqueName",
        "MSCRM.SuppressDuplicateDetection",
        "OData-EntityId",
        "OData-MaxVersion",
        "OData-Version",
        "Prefer",
        "Preference-Applied",
        "REQ_ID",
        "Retry-After",
        "x-ms-client-request-id",
        "x-ms-dop-hint",
        "x-ms-ratelimit-burst-remaining-xrm-requests",
        "x-ms-ratelimit-time-remaining-xrm-requests",
        "x-ms-service-request-id",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var headers = response.AllHeaders();
            Report(request, startedAt, response.StatusCode, headers, failure: null);
            return response;
        }
        catch (Exception exception)
        {
            Report(request, startedAt, status: null, new Dictionary<string, string>(), exception.Message);
            throw;
        }
    }

    private static Dictionary<string, string> Redact(IReadOnlyDictionary<string, string> headers) =>
        headers.ToDictionary(
            header => header.Key,
            header => Shown.Contains(header.Key) ? header.Value : Redacted,
            StringComparer.OrdinalIgnoreCase);

    private void Report(
        HttpRequestMessage request,
        long startedAt,
        HttpStatusCode? status,
        IReadOnlyDictionary<string, string> responseHeaders,
        string? failure)
    {
        var progress = RequestProgress.Of(request);
        progress.Observer.Attempted(new RequestTrace
        {
            Method = request.Method,
            Url = request.RequestUri!,
            Status = status,
            Elapsed = time.GetElapsedTime(startedAt),
            RequestId = responseHeaders.RequestId(),
            Attempt = progress.Attempt,
            Failure = failure,
            RequestHeaders = Redact(request.AllHeaders()),
            ResponseHeaders = Redact(responseHeaders),
        });
    }
}
