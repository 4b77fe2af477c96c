using System.Net;

namespace OmnichannelAdmin.Testing;

/// <summary>Answers as Microsoft Entra, managed identity endpoints and environments give them about signing in.</summary>
public static class SignInAnswers
{
    /// <summary>A token.</summary>
    public static HttpResponseMessage Token(string token, int secondsToLive = 3600) =>
        Answers.Json($$"""{"token_type":"Bearer","expires_in":{{secondsToLive}},"access_token":"{{token}}"}""");

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
}
