using System.Net;
using System.Text;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// Answers as Microsoft Entra, managed identity endpoints and environments give them about signing in.
/// </summary>
public static class SignInAnswers
{
    private const string Claims =
        """{"oid":"0d","tid":"1f0e3a52-6d0c-4a4e-9f3a-2f0f4c1d7b11","preferred_username":"ada@contoso.com","sub":"0d"}""";

    private const string ClientInfo = """{"uid":"0d","utid":"1f0e3a52-6d0c-4a4e-9f3a-2f0f4c1d7b11"}""";

    /// <summary>A token.</summary>
    public static HttpResponseMessage Token(string token, int secondsToLive = 3600) =>
        Answers.Json($$"""{"token_type":"Bearer","expires_in":{{secondsToLive}},"access_token":"{{token}}"}""");

    /// <summary>The tokens of a person who signed in.</summary>
    public static HttpResponseMessage UserToken(string token) => Answers.Json(
        $$"""
        {"token_type":"Bearer","expires_in":3600,"access_token":"{{token}}","refresh_token":"refresh-of-{{token}}",
        "scope":"https://contoso.crm4.dynamics.com/user_impersonation",
        "id_token":"{{Base64Url("""{"alg":"none"}""")}}.{{Base64Url(Claims)}}.",
        "client_info":"{{Base64Url(ClientInfo)}}"}
        """);

    /// <summary>A refusal of Entra with its number.</summary>
    public static HttpResponseMessage Refusal(int code, string error = "invalid_client") => Answers.Json(
        $$"""
        {"error":"{{error}}","error_description":"AADSTS{{code}}: What Entra says. Trace ID: 0a Correlation ID: 0b",
        "error_codes":[{{code}}],"correlation_id":"{{Guid.Empty}}"}
        """,
        HttpStatusCode.BadRequest);

    /// <summary>The refusal of a request without a token that says where to get one.</summary>
    public static HttpResponseMessage Challenge(string authorization, string? resource = null)
    {
        var header = $"Bearer authorization_uri={authorization}";
        return Answers.Status(HttpStatusCode.Unauthorized)
            .With("WWW-Authenticate", resource is null ? header : $"{header}, resource_id={resource}");
    }

    private static string Base64Url(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
