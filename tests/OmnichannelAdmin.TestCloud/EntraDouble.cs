using System.Text.Json;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.TestCloud;

/// <summary>
/// The Entra of one tenant: it grants what is asked for rightly, and says what is wrong with the rest.
/// </summary>
internal sealed class EntraDouble(TokenMint mint, Guid organizationId)
{
    private const string Scope = $"https://{CloudIdentity.EnvironmentHost}/.default";

    private readonly TenantKeys _keys = new(CloudIdentity.Tenant);
    private int _polls;

    private static string DeviceCodeEndpoint =>
        CloudIdentity.TokenEndpoint.Replace("/token", "/devicecode", StringComparison.Ordinal);

    // The Messaging API, and the app itself, which its webhook is.
    private string[] ChannelScopes =>
        [$"https://{organizationId:N}-c.crm4.dynamics.com/.default", $"api://{CloudIdentity.ChannelAppId}/.default"];

    public HttpResponseMessage Answer(RecordedRequest request) =>
        _keys.Publish(request.Url.AbsolutePath) ?? request.Url.GetLeftPart(UriPartial.Path) switch
        {
            var url when url == CloudIdentity.TokenEndpoint => Grant(request.Form),
            var url when url == DeviceCodeEndpoint => DeviceCode(),
            _ => CloudAnswers.Refusal(90002, "invalid_request", "Tenant not found."),
        };

    private HttpResponseMessage Grant(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("client_id") == CloudIdentity.ChannelAppId.ToString())
            return GrantChannelApp(form);
        if (form.GetValueOrDefault("client_id") != CloudIdentity.ClientId.ToString())
            return CloudAnswers.Refusal(700016, "unauthorized_client", "Application was not found in the directory.");

        return form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" => GrantApplication(form),
            "device_code" or "urn:ietf:params:oauth:grant-type:device_code" => GrantDevice(),
            "refresh_token" => GrantUser(),
            _ => CloudAnswers.Refusal(70003, "unsupported_grant_type", "The grant type is not supported."),
        };
    }

    private HttpResponseMessage GrantChannelApp(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("client_secret") != CloudIdentity.ChannelSecret)
            return CloudAnswers.Refusal(7000215, "invalid_client", "Invalid client secret provided.");
        if (form.GetValueOrDefault("scope") is not { } scope || !ChannelScopes.Contains(scope))
            return NoSuchResource();

        var claims = new Dictionary<string, object>
        {
            ["appid"] = CloudIdentity.ChannelAppId.ToString(),
            ["tid"] = CloudIdentity.Tenant.ToString(),
        };
        var token = _keys.Token(scope.Replace("/.default", "", StringComparison.Ordinal), claims: claims);
        return CloudAnswers.Json(new { token_type = "Bearer", expires_in = 3600, access_token = token });
    }

    private static HttpResponseMessage NoSuchResource() =>
        CloudAnswers.Refusal(500011, "invalid_resource", "The resource principal was not found in the tenant.");

    private HttpResponseMessage GrantApplication(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("scope") != Scope)
            return NoSuchResource();
        if (!form.TryGetValue("client_assertion", out var assertion))
        {
            return form.GetValueOrDefault("client_secret") == CloudIdentity.ClientSecret
                ? Token()
                : CloudAnswers.Refusal(7000215, "invalid_client", "Invalid client secret provided.");
        }

        return assertion == CloudIdentity.FederatedToken || ClientAssertion.IsGood(assertion)
            ? Token()
            : CloudAnswers.Refusal(700027, "invalid_client", "The certificate is not registered.");
    }

    private HttpResponseMessage Token() => CloudAnswers.Json(
        new { token_type = "Bearer", expires_in = mint.LifetimeSeconds, access_token = mint.Make() });

    private static HttpResponseMessage DeviceCode() => CloudAnswers.Json(new
    {
        user_code = "ABCD-EFGH",
        device_code = "the-device-code",
        verification_uri = "https://microsoft.com/devicelogin",
        expires_in = 900,
        interval = 0,
        message = "To sign in, open https://microsoft.com/devicelogin and enter the code ABCD-EFGH.",
    });

    // The person is slow: the first poll comes too early.
    private HttpResponseMessage GrantDevice() => Interlocked.Increment(ref _polls) % 2 == 1
        ? CloudAnswers.Refusal(70016, "authorization_pending", "The person has not signed in yet.")
        : GrantUser();

    private HttpResponseMessage GrantUser()
    {
        var claims = new { oid = "0d", tid = CloudIdentity.Tenant, preferred_username = "ada@contoso.com", sub = "0d" };
        return CloudAnswers.Json(new
        {
            token_type = "Bearer",
            expires_in = mint.LifetimeSeconds,
            access_token = mint.Make(),
            refresh_token = "the-refresh-token",
            scope = $"https://{CloudIdentity.EnvironmentHost}/user_impersonation",
            id_token = $"{Encode(new { alg = "none" })}.{Encode(claims)}.",
            client_info = Encode(new { uid = "0d", utid = CloudIdentity.Tenant }),
        });
    }

    private static string Encode(object claims) => CloudAnswers.Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims));
}
