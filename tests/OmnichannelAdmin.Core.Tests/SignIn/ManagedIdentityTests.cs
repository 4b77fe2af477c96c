using System.Net;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class ManagedIdentityTests
{
    private static readonly AutomationEndpoint Endpoint =
        new(new Uri("http://127.0.0.1:41/oauth2/token"), "X-IDENTITY-HEADER", "endpoint-secret");

    [Fact]
    public async Task Azure_automations_endpoint_is_asked_directly_with_its_own_headers()
    {
        var transport = new ScriptedTransport().Then(AutomationAnswer("token-1"));

        var token = await FirstTokenAsync(Automation(transport, clientId: null));

        Assert.Equal("token-1", token);
        var request = Assert.Single(transport.Requests);
        Assert.Equal("http://127.0.0.1:41/oauth2/token", request.Url.GetLeftPart(UriPartial.Path));
        Assert.Equal($"{Host}/", request.Query["resource"]);
        Assert.False(request.Query.ContainsKey("client_id"));
        Assert.Equal("endpoint-secret", request.Header("X-IDENTITY-HEADER"));
        Assert.Equal("True", request.Header("Metadata"));
    }

    [Fact]
    public async Task A_user_assigned_identity_is_named_by_its_client_id()
    {
        var transport = new ScriptedTransport().Then(AutomationAnswer("token-1"));

        await FirstTokenAsync(Automation(transport, ClientId));

        Assert.Equal(ClientId.ToString(), transport.Requests[0].Query["client_id"]);
    }

    [Fact]
    public async Task The_endpoints_secret_shows_nowhere()
    {
        var observer = new RecordingObserver();

        await FirstTokenAsync(
            Automation(new ScriptedTransport().Then(AutomationAnswer("token-1")), clientId: null), observer);

        var trace = Assert.Single(observer.Traces);
        Assert.Equal("REDACTED", trace.RequestHeaders["X-IDENTITY-HEADER"]);
        Assert.DoesNotContain("endpoint-secret", Endpoint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endpoints_end_of_the_token_counts()
    {
        var ends = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
        var source = Automation(new ScriptedTransport().Then(AutomationAnswer("token-1", ends)), clientId: null);

        var token = await source.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None);

        Assert.Equal(ends, token.ExpiresOn);
    }

    [Fact]
    public async Task A_refusing_endpoint_says_where_to_turn_the_identity_on()
    {
        var transport = new ScriptedTransport().Then(Answers.Status(HttpStatusCode.BadRequest));

        var error = await Assert.ThrowsAsync<SignInException>(
            () => FirstTokenAsync(Automation(transport, clientId: null)));

        Assert.Equal("ManagedIdentityRefused", error.Id);
    }

    [Theory]
    [InlineData("not json: token-1")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task An_answer_without_a_token_is_an_error_that_does_not_repeat_it(string body)
    {
        var transport = new ScriptedTransport().Then(Answers.Json(body));

        var error = await Assert.ThrowsAsync<SignInException>(
            () => FirstTokenAsync(Automation(transport, clientId: null)));

        Assert.Equal("ManagedIdentityAnswerUnreadable", error.Id);
        Assert.DoesNotContain("token-1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hybrid_worker_has_the_older_endpoint()
    {
        var variables = new Dictionary<string, string>
        {
            ["AUTOMATION_ASSET_ENDPOINT"] = "https://somewhere",
            ["MSI_ENDPOINT"] = "http://127.0.0.1:42/token",
            ["MSI_SECRET"] = "older-secret",
        };

        var endpoint = AutomationEndpoint.Find(variables.GetValueOrDefault);

        Assert.Equal("secret", endpoint!.HeaderName);
        Assert.Equal("older-secret", endpoint.HeaderValue);
    }

    [Fact]
    public void Outside_of_azure_automation_the_same_variables_belong_to_app_service()
    {
        var variables = new Dictionary<string, string>
        {
            ["IDENTITY_ENDPOINT"] = "http://127.0.0.1:41/token",
            ["IDENTITY_HEADER"] = "header",
        };

        Assert.Null(AutomationEndpoint.Find(variables.GetValueOrDefault));
    }

    [Fact]
    public async Task A_virtual_machine_asks_its_metadata_service()
    {
        var transport = new ScriptedTransport { Otherwise = _ => AutomationAnswer("token-1") };

        var token = await FirstTokenAsync(ManagedIdentity.For(
            SignInSample.Environment, ClientId, _ => null, () => transport, TimeProvider.System));

        Assert.Equal("token-1", token);
        var request = transport.Requests[^1];
        Assert.Equal("http://169.254.169.254/metadata/identity/oauth2/token", request.Url.GetLeftPart(UriPartial.Path));
        Assert.Equal("true", request.Header("Metadata"));
        Assert.Equal(Host, request.Query["resource"]);
        Assert.Equal(ClientId.ToString(), request.Query["client_id"]);
    }

    private static AutomationTokenSource Automation(ScriptedTransport transport, Guid? clientId) =>
        new(SignInSample.Environment, clientId, Endpoint, transport, TimeProvider.System);

    private static HttpResponseMessage AutomationAnswer(string token, DateTimeOffset? ends = null) => Answers.Json(
        $$"""
        {"access_token":"{{token}}","expires_on":"{{(ends ?? DateTimeOffset.UtcNow.AddHours(1)).ToUnixTimeSeconds()}}",
        "resource":"{{Host}}/","token_type":"Bearer"}
        """);
}
