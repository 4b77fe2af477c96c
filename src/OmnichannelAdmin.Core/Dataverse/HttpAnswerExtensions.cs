using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace OmnichannelAdmin.Dataverse;

/// <summary>Reads what several parts of the wire need from statuses and headers.</summary>
internal static class HttpAnswerExtensions
{
    /// <summary>The status as people know it: <c>404 (Not Found)</c>.</summary>
    public static string Describe(this HttpStatusCode status)
    {
        using var response = new HttpResponseMessage(status);
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(response.ReasonPhrase) ? number : $"{number} ({response.ReasonPhrase})";
    }

    /// <summary>How long the server asks to wait, or null when it asks for nothing that lies ahead.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, TimeProvider time)
    {
        var asked = response.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The server's id of a request, by which support finds it.</summary>
    public static string? RequestId(this IReadOnlyDictionary<string, string> headers) =>
        headers.GetValueOrDefault("REQ_ID") ?? headers.GetValueOrDefault("x-ms-service-request-id");

    /// <summary>
    /// All headers of an answer by name without case, the values of one name joined; cookies are left out.
    /// </summary>
    public static IReadOnlyDictionary<string, string> AllHeaders(this HttpResponseMessage response) =>
        Join(response.Headers, response.Content.Headers);

    /// <summary>All headers of a request by name without case, the values of one name joined.</summary>
    public static IReadOnlyDictionary<string, string> AllHeaders(this HttpRequestMessage request) =>
        Join(request.Headers, request.Content?.Headers);

    private static Dictionary<string, string> Join(params HttpHeaders?[] groups) =>
        groups.OfType<HttpHeaders>()
            .SelectMany(group => group.NonValidated)
            .Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
