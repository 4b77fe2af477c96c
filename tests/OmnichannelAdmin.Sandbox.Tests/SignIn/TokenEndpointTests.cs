using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Sandbox.Tests.SignIn;

public sealed class TokenEndpointTests : SandboxTest
{
    private static readonly Guid ClientId = new("9f6c021d-1234-4abc-8df7-123456789abc");

    private readonly ManualTimeProvider _time;

    public TokenEndpointTests()
        : this(new ManualTimeProvider())
    {
    }

    private TokenEndpointTests(ManualTimeProvider time)
        : base(new SandboxSettings { RequireBearer = true, RequireIssuedToken = true, Time = time })
    {
        _time = time;
        Organization.Applications.AddSecret(ClientId, "right");
        Organization.Users.AddApplication(ClientId, "Application", "System Administrator");
    }

    [Fact]
    public async Task A_secret_buys_a_token_that_the_environment_takes()
    {
        var answer = await AskAsync(("client_secret", "right"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Application", await SignedInNameAsync((string)answer.Json["access_token"]!));
    }

    [Fact]
    public async Task A_signed_assertion_buys_a_token()
    {
        using var certificate = NewCertificate();
        Organization.Applications.AddCertificate(ClientId, certificate);

        var answer = await AskAsync(Assertion(certificate));
        Assert.Equal((HttpStatusCode.OK, "Bearer"), (answer.Status, (string?)answer.Json["token_type"]));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        var answer = await AskAsync(("client_secret", "wrong"));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (answer.Status, (string?)answer.Json["error"]));
        Assert.StartsWith("AADSTS7000215", (string?)answer.Json["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("client_id", "00000000-0000-0000-0000-000000000001", "unauthorized_client")]
    [InlineData("client_id", "me", "unauthorized_client")]
    [InlineData("scope", "https://oc-sandbox.crm4.dynamics.com/user_impersonation", "invalid_scope")]
    [InlineData("scope", "https://other.crm4.dynamics.com/.default", "invalid_resource")]
    [InlineData("scope", "https://00000000000000000000000000000001-c.crm4.dynamics.com/.default", "invalid_resource")]
    public async Task A_form_that_does_not_fit_is_refused(string field, string value, string error)
    {
        var answer = await AskAsync(("client_secret", "right"), (field, value));

        Assert.Equal(
            (HttpStatusCode.BadRequest, error, true),
            (answer.Status, (string?)answer.Json["error"], answer.Json.ContainsKey("error_codes")));
    }

    [Fact]
    public async Task Neither_secret_nor_assertion_is_refused() =>
        Assert.StartsWith("AADSTS7000218", await FaultAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_certificate_that_nobody_registered_is_refused()
    {
        using var certificate = NewCertificate();

        Assert.StartsWith("AADSTS700027", await FaultAsync(Assertion(certificate)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_by_another_key_is_refused()
    {
        using var certificate = NewCertificate();
        using var forger = RSA.Create(2048);
        Organization.Applications.AddCertificate(ClientId, certificate);

        Assert.StartsWith(
            "AADSTS700027", await FaultAsync(Assertion(certificate, key: forger)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iss", "somebody", "AADSTS700021")]
    [InlineData("sub", "somebody", "AADSTS700021")]
    [InlineData("aud", "https://elsewhere.example.com", "AADSTS700023")]
    public async Task An_assertion_about_something_else_is_refused(string claim, string value, string number)
    {
        using var certificate = NewCertificate();
        Organization.Applications.AddCertificate(ClientId, certificate);

        Assert.StartsWith(
            number, await FaultAsync(Assertion(certificate, claim, value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_ends()
    {
        using var certificate = NewCertificate();
        Organization.Applications.AddCertificate(ClientId, certificate);
        var assertion = Assertion(certificate);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.StartsWith("AADSTS700024", await FaultAsync(assertion), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    public async Task An_assertion_that_is_no_token_is_refused(string assertion) =>
        Assert.StartsWith("AADSTS", await FaultAsync(Fields(assertion)), StringComparison.Ordinal);

    [Fact]
    public async Task An_application_without_a_user_gets_a_token_and_is_turned_away()
    {
        var stranger = Guid.NewGuid();
        Organization.Applications.AddSecret(stranger, "right");
        var token = await AskAsync(("client_secret", "right"), ("client_id", stranger.ToString()));

        var answer = await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token.Json["access_token"]}");
        Assert.Equal((HttpStatusCode.Forbidden, "0x80072560"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_token_tells_its_application_tenant_and_audience()
    {
        var answer = await AskAsync(("client_secret", "right"));

        var claims = Claims((string)answer.Json["access_token"]!);
        Assert.Equal(
            (ClientId.ToString(), Organization.Settings.TenantId.ToString(), "https://oc-sandbox.crm4.dynamics.com"),
            ((string?)claims["appid"], (string?)claims["tid"], (string?)claims["aud"]));
    }

    [Fact]
    public async Task A_token_for_the_messaging_api_is_none_for_the_environment()
    {
        var audience = $"https://{Organization.Settings.OrganizationId:N}-c.crm4.dynamics.com";
        var answer = await AskAsync(("client_secret", "right"), ("scope", $"{audience}/.default"));
        var token = (string)answer.Json["access_token"]!;

        var refused = await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token}");
        Assert.Equal((audience, HttpStatusCode.Unauthorized), ((string?)Claims(token)["aud"], refused.Status));
    }

    [Fact]
    public async Task Another_tenant_is_unknown()
    {
        var answer = await Client.PostAsync($"/{Guid.NewGuid()}/oauth2/v2.0/token", string.Empty);

        Assert.StartsWith("AADSTS90002", (string?)answer.Json["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tenant_tells_where_its_token_endpoint_is()
    {
        var answer = await Client.GetAsync(
            $"/{Organization.Settings.TenantId}/v2.0/.well-known/openid-configuration");

        Assert.Equal(TokenEndpoint, (string?)answer.Json["token_endpoint"]);
    }

    private string TokenEndpoint =>
        $"https://oc-sandbox.crm4.dynamics.com/{Organization.Settings.TenantId}/oauth2/v2.0/token";

    private static JsonNode Claims(string token)
    {
        var claims = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonNode.Parse(Convert.FromBase64String(claims.PadRight((claims.Length + 3) / 4 * 4, '=')))!;
    }

    private Task<SandboxAnswer> AskAsync(params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ClientId.ToString(),
            ["scope"] = "https://oc-sandbox.crm4.dynamics.com/.default",
        };
        foreach (var (name, value) in fields)
            form[name] = value;

        var body = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return Client.PostAsync(TokenEndpoint, body, "Content-Type: application/x-www-form-urlencoded");
    }

    private async Task<string> FaultAsync(params (string Name, string Value)[] fields) =>
        (string)(await AskAsync(fields)).Json["error_description"]!;

    private async Task<string?> SignedInNameAsync(string token)
    {
        var who = await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token}");
        return (string?)Organization.Rows.Find("systemuser", Guid.Parse((string)who.Json["UserId"]!))!["fullname"];
    }

    private (string Name, string Value)[] Assertion(
        X509Certificate2 certificate, string? claim = null, string? value = null, RSA? key = null)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = ClientId.ToString(),
            ["sub"] = ClientId.ToString(),
            ["aud"] = TokenEndpoint,
            ["nbf"] = now,
            ["exp"] = now + 600,
        };
        if (claim is not null)
            claims[claim] = value!;

        var header = new Dictionary<string, object>
        {
            ["alg"] = "PS256",
            ["x5t#S256"] = Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)),
        };
        var signed = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}."
            + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        using var own = certificate.GetRSAPrivateKey()!;
        var signature = (key ?? own).SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return Fields($"{signed}.{Encode(signature)}");
    }

    private static (string Name, string Value)[] Fields(string assertion) =>
    [
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", assertion),
    ];

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=Application", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
