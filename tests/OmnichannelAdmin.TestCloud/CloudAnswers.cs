using System.Net;
using System.Text;
using System.Text.Json;

namespace OmnichannelAdmin.TestCloud;

/// <summary>Makes the cloud's answers.</summary>
internal static class CloudAnswers
{
    public static HttpResponseMessage Json(object value, HttpStatusCode status = HttpStatusCode.OK) => new(status)
    {
        Content = new StringContent(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json"),
    };

    /// <summary>A refusal of Entra.</summary>
    public static HttpResponseMessage Refusal(int code, string error, string text) => Json(
        new { error, error_description = $"AADSTS{code}: {text}", error_codes = new[] { code } },
        HttpStatusCode.BadRequest);

    public static string Base64Url(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static byte[] FromBase64Url(string text)
    {
        var base64 = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
