using OmnichannelAdmin.Connections;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Core.Tests.SignIn;

/// <summary>Each way to sign in, from the environment's challenge to the first answer, over real TLS.</summary>
public sealed class SignInOverTlsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly CloudFixture _fixture = new();

    private Cloud Cloud => _fixture.Cloud;

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_client_secret()
    {
        using var connection = await _fixture.ConnectAsync(await SecretAsync());

        Assert.Equal(CloudIdentity.ClientSecret, Assert.Single(Cloud.TokenRequests).Form["client_secret"]);
        Assert.Equal(CloudIdentity.Tenant, connection.TenantId);
    }

    [Fact]
    public async Task A_certificate_whose_assertion_the_authority_verifies()
    {
        var entra = await _fixture.DiscoverAsync();

        using var connection = await _fixture.ConnectAsync(
            entra.WithCertificate(CloudIdentity.ClientId, _fixture.Certificate));

        Assert.False(Assert.Single(Cloud.TokenRequests).Form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task A_federated_token()
    {
        var entra = await _fixture.DiscoverAsync();
        var source = entra.WithFederatedToken(
            CloudIdentity.ClientId, (_, _) => Task.FromResult(CloudIdentity.FederatedToken));

        using var connection = await _fixture.ConnectAsync(source);

        Assert.Equal(CloudIdentity.FederatedToken, Assert.Single(Cloud.TokenRequests).Form["client_assertion"]);
    }

    [Fact]
    public async Task A_device_code()
    {
        var shown = new List<DeviceCode>();
        var entra = await _fixture.DiscoverAsync();
        var source = entra.WithDeviceCode(
            CloudIdentity.ClientId,
            code =>
            {
                shown.Add(code);
                return Task.CompletedTask;
            },
            TokenCacheKind.Memory);

        using var connection = await _fixture.ConnectAsync(source);

        Assert.Equal("ABCD-EFGH", Assert.Single(shown).Code);
    }

    [Fact]
    public async Task The_managed_identity_of_an_automation_account()
    {
        var source = _fixture.ManagedIdentityWith(new()
        {
            ["AZUREPS_HOST_ENVIRONMENT"] = "AzureAutomation",
            ["IDENTITY_ENDPOINT"] = Cloud.AutomationEndpoint.AbsoluteUri,
            ["IDENTITY_HEADER"] = CloudIdentity.AutomationSecret,
        });

        using var connection = await _fixture.ConnectAsync(source);

        Assert.Equal("/automation/token", Assert.Single(Cloud.TokenRequests).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_managed_identity_of_a_virtual_machine()
    {
        using var connection = await _fixture.ConnectAsync(_fixture.ManagedIdentityWith([]));

        Assert.Equal("/metadata/identity/oauth2/token", Assert.Single(Cloud.TokenRequests).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_token_that_the_environment_refuses_is_replaced_once()
    {
        using var connection = await _fixture.ConnectAsync(await SecretAsync());
        Cloud.Mint.RevokeAll();

        await WhoAmIAsync(connection);

        Assert.Equal(2, Cloud.TokenRequests.Count);
    }

    [Fact]
    public async Task Thirty_two_requests_at_once_with_an_ended_token_cause_one_token_request()
    {
        Cloud.Mint.LifetimeSeconds = 299;
        using var connection = await _fixture.ConnectAsync(await SecretAsync());
        Cloud.Mint.LifetimeSeconds = 3600;
        var before = Cloud.TokenRequests.Count;

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => WhoAmIAsync(connection)))).InTime();

        Assert.Equal(before + 1, Cloud.TokenRequests.Count);
    }

    [Fact]
    public async Task Thirty_two_requests_at_once_that_are_refused_cause_one_token_request()
    {
        using var connection = await _fixture.ConnectAsync(await SecretAsync());
        Cloud.Mint.RevokeAll();

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => WhoAmIAsync(connection)))).InTime();

        Assert.Equal(2, Cloud.TokenRequests.Count);
    }

    [Fact]
    public async Task A_closed_connection_has_forgotten_its_tokens()
    {
        var tokens = await SecretAsync();
        var connection = await _fixture.ConnectAsync(tokens);

        connection.Dispose();

        var error = await Assert.ThrowsAsync<SignInException>(
            async () => await tokens.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None));
        Assert.Equal("ConnectionClosed", error.Id);
    }

    [Fact]
    public async Task The_log_shows_every_request_and_no_secret()
    {
        var observer = new RecordingObserver();

        using var connection = await _fixture.ConnectAsync(await SecretAsync(), observer);

        var shown = string.Join('\n', observer.Traces.Select(trace => string.Join('\n', trace.RequestHeaders
            .Concat(trace.ResponseHeaders)
            .Select(header => $"{header.Key}: {header.Value}")
            .Prepend($"{trace.Method} {trace.Url}"))));
        Assert.Contains(CloudIdentity.TokenEndpoint, shown, StringComparison.Ordinal);
        Assert.Contains("WhoAmI", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(CloudIdentity.ClientSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer ey", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.evil.example/t/oauth2/authorize", "https://contoso.crm4.dynamics.com/")]
    [InlineData("http://login.microsoftonline.com/t/oauth2/authorize", "https://contoso.crm4.dynamics.com/")]
    [InlineData("https://login.microsoftonline.us/t/oauth2/authorize", "https://contoso.crm4.dynamics.com/")]
    [InlineData("https://login.microsoftonline.com/t/oauth2/authorize", "https://graph.microsoft.com/")]
    public async Task A_hostile_environment_receives_no_credential(string authority, string resource)
    {
        Cloud.Challenge = $"Bearer authorization_uri={authority}, resource_id={resource}";

        await Assert.ThrowsAsync<SignInException>(SecretAsync);

        var request = Assert.Single(Cloud.Requests);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.DoesNotContain(CloudIdentity.ClientSecret, request.Everything, StringComparison.Ordinal);
    }

    private static Task<DataverseResponse> WhoAmIAsync(OcConnection connection) => connection.Client.SendAsync(
        new DataverseRequest(HttpMethod.Get, "WhoAmI"), SilentObserver.Instance, CancellationToken.None);

    private async Task<IAccessTokenSource> SecretAsync() => (await _fixture.DiscoverAsync())
        .WithClientSecret(CloudIdentity.ClientId, SignInSample.Secure(CloudIdentity.ClientSecret));
}
