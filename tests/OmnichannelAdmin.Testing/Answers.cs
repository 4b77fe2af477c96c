using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OmnichannelAdmin.Testing;

/// <summary>Answers as a Dataverse server gives them.</summary>
public static class Answers
{
    /// <summary>A JSON body.</summary>
    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        Text(json, "application/json", status);

    /// <summary>A body of any type.</summary>
    public static HttpResponseMessage Text(string text, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, mediaType) };

    /// <summary>A page of a collection.</summary>
    public static HttpResponseMessage Page(string rows, string? nextLink = null) =>
        Json(nextLink is null
            ? $$"""{"value":[{{rows}}]}"""
            : $$"""{"value":[{{rows}}],"@odata.nextLink":"{{nextLink}}"}""");

    /// <summary>Success without a body.</summary>
    public static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);

    /// <summary>A status without a body.</summary>
    public static HttpResponseMessage Status(HttpStatusCode status) => new(status);

    /// <summary>An error with a code and a message.</summary>
    public static HttpResponseMessage Error(HttpStatusCode status, string code, string message) =>
        Json($$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""", status);

    /// <summary>The refusal of a request too many.</summary>
    public static HttpResponseMessage Throttled(string? retryAfter = null)
    {
        var answer = Error(
            HttpStatusCode.TooManyRequests, "0x80072322", "Number of requests exceeded the limit of 6000.");
        return retryAfter is null ? answer : answer.With("Retry-After", retryAfter);
    }

    /// <summary>The refusal of a request too many that names the moment when to come back.</summary>
    public static HttpResponseMessage ThrottledUntil(DateTimeOffset moment) =>
        Throttled(moment.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The answer to a batch.</summary>
    public static HttpResponseMessage Multipart(string body, string boundary, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        return answer;
    }

    /// <summary>The answer with one more header.</summary>
    public static HttpResponseMessage With(this HttpResponseMessage answer, string name, string value)
    {
        answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }
}
