using System.Globalization;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>How a request is told to people.</summary>
internal static class RequestLog
{
    public static string Line(RequestTrace trace)
    {
        var outcome = trace.Status is { } status
            ? ((int)status).ToString(CultureInfo.InvariantCulture)
            : trace.Failure ?? "no answer";
        var requestId = trace.RequestId is null ? "" : $", request id {trace.RequestId}";
        return $"{trace.Method} {trace.Url} → {outcome} in {trace.Elapsed.TotalMilliseconds:0} ms (attempt "
            + $"{trace.Attempt}{requestId})";
    }

    public static string Headers(RequestTrace trace) =>
        $"sent {Join(trace.RequestHeaders)}; received {Join(trace.ResponseHeaders)}";

    private static string Join(IReadOnlyDictionary<string, string> headers) =>
        headers.Count == 0
            ? "no headers"
            : string.Join(", ", headers.Select(header => $"{header.Key}: {header.Value}"));
}
