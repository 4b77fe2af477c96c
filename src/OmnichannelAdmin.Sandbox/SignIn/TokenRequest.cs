using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>
/// The token endpoint of the tenant, as far as client credentials go: by secret or by a signed assertion. It answers
/// with the errors of Entra (the AADSTS numbers are those of its documentation).
/// </summary>
internal sealed partial class TokenRequest(SandboxOrganization organization, SandboxRequest request)
{
    private const string DefaultScope = "/.default";

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3599);

    /// <summary>Whether a request is for the tenant rather than for the environment.</summary>
    public static bool IsForTenant(Uri url) => TenantPath().IsMatch(url.AbsolutePath);

    /// <summary>Answers a request for the tenant.</summary>
    public SandboxResponse Execute()
    {
        var match = TenantPath().Match(request.Url.AbsolutePath);
        var tenant = match.Groups["tenant"].Value;
        if (!tenant.Equals(organization.Settings.TenantId.ToString(), StringComparison.OrdinalIgnoreCase))
            return Error("invalid_tenant", $"AADSTS90002: Tenant '{tenant}' not found.");

        if (match.Groups["configuration"].Success)
            return Configuration();
        if (request.Method != "POST")
            return Error("invalid_request", "AADSTS900561: The endpoint only accepts POST requests.");

        return IssueToken(ReadForm());
    }

    private SandboxResponse IssueToken(Dictionary<string, string> form)
    {
        var grant = form.GetValueOrDefault("grant_type");
        if (grant != "client_credentials")
            return Error("unsupported_grant_type", $"AADSTS70003: The grant type '{grant}' is not supported here.");

        if (!Guid.TryParse(form.GetValueOrDefault("client_id"), out var clientId)
            || organization.Applications.Find(clientId) is not { } application)
        {
            return Error(
                "unauthorized_client", "AADSTS700016: The application was not found in the directory of the sandbox.");
        }

        if (FindResource(form.GetValueOrDefault("scope")) is not { } resource)
            return Error("invalid_scope", "AADSTS1002012: The scope of an application ends in /.default.");
        if (!IsEnvironment(resource) && !IsMessagingApi(resource))
        {
            return Error(
                "invalid_resource", $"AADSTS500011: The resource principal named {resource} was not found.");
        }

        if (form.TryGetValue("client_secret", out var secret))
        {
            if (!application.Secrets.Contains(secret, StringComparer.Ordinal))
                return Error("invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        else if (new ClientAssertion(organization.Settings.Time, request.Url)
            .FindFault(form, clientId, application.Certificates) is { } fault)
        {
            return Error("invalid_client", fault);
        }

        // An application without a user gets its token; it is the environment that turns it away.
        Guid? user = IsEnvironment(resource) ? organization.Users.FindApplication(clientId) ?? clientId : null;
        return Token(organization.Tokens.Issue(clientId, resource, user, Lifetime));
    }

    private static string? FindResource(string? scope) =>
        scope?.EndsWith(DefaultScope, StringComparison.OrdinalIgnoreCase) is true
            ? scope[..^DefaultScope.Length].TrimEnd('/')
            : null;

    private bool IsEnvironment(string resource) =>
        resource.Equals(EnvironmentUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        || resource.Equals(Origin, StringComparison.OrdinalIgnoreCase);

    // The published pattern of the messaging API's scope, in the zone that the environment's own host names.
    private bool IsMessagingApi(string resource)
    {
        var (host, id) = (EnvironmentUrl.IdnHost, organization.Settings.OrganizationId);
        var zone = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return resource.Equals($"https://{id:N}-c.{zone}", StringComparison.OrdinalIgnoreCase);
    }

    private Uri EnvironmentUrl => organization.Settings.Url;

    private string Origin => request.Url.GetLeftPart(UriPartial.Authority);

    private static SandboxResponse Token(string token) => SandboxResponse.FromJson(JsonBody.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token_type", "Bearer");
        writer.WriteNumber("expires_in", (int)Lifetime.TotalSeconds);
        writer.WriteNumber("ext_expires_in", (int)Lifetime.TotalSeconds);
        writer.WriteString("access_token", token);
        writer.WriteEndObject();
    })).With("Cache-Control", "no-store");

    private SandboxResponse Configuration() => SandboxResponse.FromJson(JsonBody.Write(writer =>
    {
        var authority = $"{Origin}/{organization.Settings.TenantId}";
        writer.WriteStartObject();
        writer.WriteString("issuer", $"{authority}/v2.0");
        writer.WriteString("authorization_endpoint", $"{authority}/oauth2/v2.0/authorize");
        writer.WriteString("token_endpoint", $"{authority}/oauth2/v2.0/token");
        writer.WriteString("jwks_uri", $"{authority}/discovery/v2.0/keys");
        writer.WriteEndObject();
    }));

    private SandboxResponse Error(string error, string description)
    {
        var number = ErrorNumber().Match(description);
        return SandboxResponse.FromJson(
            JsonBody.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("error", error);
                writer.WriteString("error_description", description);
                writer.WriteStartArray("error_codes");
                writer.WriteNumberValue(int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture));
                writer.WriteEndArray();
                writer.WriteString(
                    "timestamp", organization.Settings.Time.GetUtcNow().ToString("u", CultureInfo.InvariantCulture));
                writer.WriteString("trace_id", Guid.NewGuid());
                writer.WriteString("correlation_id", request.Header("client-request-id") ?? Guid.NewGuid().ToString());
                writer.WriteEndObject();
            }),
            error is "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest);
    }

    private Dictionary<string, string> ReadForm()
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = Encoding.UTF8.GetString(request.Body.Span);
        foreach (var field in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split('=', 2);
            form[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : string.Empty;
        }

        return form;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(
        "^/(?<tenant>[^/]+)/(?:oauth2/v2\\.0/token|(?<configuration>v2\\.0/\\.well-known/openid-configuration))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TenantPath();

    [GeneratedRegex("AADSTS([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorNumber();
}
