using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Cmdlets.Tests.Connections;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Sandbox;

public class SandboxSignInTests
{
    private static readonly Guid AppId = new("9f6c021d-1234-4abc-8df7-123456789abc");

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_secret_signs_in_to_a_sandbox_under_either_name(string host)
    {
        await using var listening = new SandboxServerUnderTest();
        await using var test = new SandboxServerUnderTest { Url = $"https://{host}:{listening.Server.Url.Port}" };
        var application = await listening.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });

        var connection = ConnectUnderTest.Opened(await test.ConnectAsync(AppId, Secrets.Of("right")));

        Assert.Equal((application.UserId, "ClientSecret"), (connection.UserId, connection.SignIn));
    }

    [Fact]
    public async Task A_certificate_signs_in_to_a_sandbox()
    {
        await using var test = new SandboxServerUnderTest();
        using var certificate = TestCertificates.WithRsaKey();
        await test.AddAsync(new() { AppId = AppId, Certificate = certificate, Name = "The app" });

        var connection = ConnectUnderTest.Opened(await test.ConnectAsync(AppId, certificate));

        Assert.Equal(("The app", "Certificate"), (connection.User, connection.SignIn));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_the_code_of_entra()
    {
        await using var test = new SandboxServerUnderTest();
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });

        var error = Assert.Single((await test.ConnectAsync(AppId, Secrets.Of("wrong"))).Errors);

        Assert.Equal("ClientSecretWrong", error.Id);
        Assert.Contains("AADSTS7000215", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_registered_is_refused()
    {
        await using var test = new SandboxServerUnderTest();
        using var certificate = TestCertificates.WithRsaKey();
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });

        Assert.Equal(
            "CertificateNotRegistered", Assert.Single((await test.ConnectAsync(AppId, certificate)).Errors).Id);
    }

    [Fact]
    public async Task An_application_that_nobody_registered_is_unknown()
    {
        await using var test = new SandboxServerUnderTest();

        Assert.Equal(
            "ApplicationUnknown", Assert.Single((await test.ConnectAsync(AppId, Secrets.Of("right"))).Errors).Id);
    }

    [Fact]
    public async Task Another_tenant_is_unknown()
    {
        await using var test = new SandboxServerUnderTest();
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });

        var pipeline = await test.ConnectAsync(AppId, Secrets.Of("right"), Guid.NewGuid().ToString());

        Assert.Equal("TenantUnknown", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task An_application_without_a_user_is_told_that_it_needs_one()
    {
        await using var test = new SandboxServerUnderTest();
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") }, "WithoutUser");

        var error = Assert.Single((await test.ConnectAsync(AppId, Secrets.Of("right"))).Errors);

        Assert.Equal("UserNotInEnvironment", error.Id);
        Assert.Contains(AppId.ToString(), error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_sandbox_did_not_issue_is_refused()
    {
        await using var test = new SandboxServerUnderTest();

        var pipeline = await test.Elsewhere.RunAsync(
            new ConnectOcEnvironmentCommand { Url = test.Url, AccessToken = "made-up" }, "Url", "AccessToken");

        Assert.Equal("AccessTokenRefused", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task Over_plain_http_no_credential_is_sent()
    {
        await using var test = new SandboxServerUnderTest(useTls: false);
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });

        var error = Assert.Single((await test.ConnectAsync(AppId, Secrets.Of("right"))).Errors);

        Assert.Equal("SandboxWithoutTls", error.Id);
        Assert.Contains("-Tls", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Organization.Requests.Entries);
    }

    [Theory]
    [InlineData("DeviceCode")]
    [InlineData("Interactive")]
    public async Task People_do_not_sign_in_to_a_sandbox(string way)
    {
        await using var test = new SandboxServerUnderTest();

        var pipeline = await test.Elsewhere.RunAsync(
            new ConnectOcEnvironmentCommand { Url = test.Url, ClientId = AppId }, "Url", "ClientId", way);

        Assert.Equal("SandboxWithoutPeople", Assert.Single(pipeline.Errors).Id);
    }

    [Theory]
    [InlineData("https://localhost:44399", "ChallengeAuthorityUnsafe")]
    [InlineData("https://localhost", "ChallengeAuthorityForeign")]
    [InlineData("http://localhost:44399", "ChallengeAuthorityUnsafe")]
    public async Task Another_listener_that_claims_to_be_an_authority_gets_no_credential(string impostor, string id)
    {
        await using var test = new SandboxServerUnderTest { Url = impostor };
        var listener = new ScriptedTransport
        {
            Otherwise = request => request.Form.ContainsKey("grant_type")
                ? SignInAnswers.Token("token-1")
                : SignInAnswers.Challenge($"{impostor}/{test.Server.TenantId}/oauth2/authorize", $"{impostor}/"),
        };
        test.Elsewhere.Network.With("localhost", listener);

        var pipeline = await test.ConnectAsync(AppId, Secrets.Of("right"), test.Server.TenantId.ToString());

        Assert.Equal(id, Assert.Single(pipeline.Errors).Id);
        Assert.All(
            listener.Requests,
            request => Assert.Equal(("", null), (request.Body, request.Header("Authorization"))));
    }

    [Fact]
    public async Task Who_listens_where_a_sandbox_has_stopped_gets_no_credential()
    {
        var test = new SandboxServerUnderTest();
        await using var disposing = test;
        var listener = new ScriptedTransport { Otherwise = _ => SignInAnswers.Challenge(test.Url, test.Url) };
        test.Elsewhere.Network.With("localhost", listener);
        await SandboxServers.StopAsync(test.Server);

        var pipeline = await test.ConnectAsync(AppId, Secrets.Of("right"));

        Assert.Equal("ChallengeAuthorityUnsafe", Assert.Single(pipeline.Errors).Id);
        Assert.Equal("", Assert.Single(listener.Requests).Body);
    }

    [Fact]
    public async Task The_channels_app_gets_its_token_at_the_sandbox_that_listens()
    {
        await using var test = new SandboxServerUnderTest();
        var connection = await ConnectedAsync(test);

        var command = new GetOcMessagingTokenCommand { AppId = AppId, ClientSecret = Secrets.Of("right") };
        command.Connection = connection;
        var pipeline = await CmdletBody.RunAsync(command);

        var token = Assert.IsType<MessagingTokenObject>(Assert.Single(pipeline.Output));
        Assert.Equal($"https://{connection.OrganizationId:N}-c.crm4.dynamics.com", token.Audience);
        Assert.Empty(test.Elsewhere.Network.Requests);
    }

    [Fact]
    public async Task The_app_of_another_organization_signs_in_at_entra_although_the_connection_leads_to_a_sandbox()
    {
        await using var test = new SandboxServerUnderTest();
        var connection = await ConnectedAsync(test);
        var command = new GetOcMessagingTokenCommand { AppId = AppId, ClientSecret = Secrets.Of("right") };
        command.Connection = connection;
        command.OrganizationId = Guid.NewGuid();
        command.CreateTransport = () => test.Elsewhere.Network;

        Assert.Empty((await CmdletBody.RunAsync(command)).Errors);
        Assert.Equal("login.microsoftonline.com", Assert.Single(test.Elsewhere.Network.Requests).Host);
    }

    [Fact]
    public async Task The_way_to_a_sandbox_that_listens_is_secure()
    {
        await using var test = new SandboxServerUnderTest();
        var connection = await ConnectedAsync(test);

        var pipeline = await CmdletBody.RunAsync(new TestOcEnvironmentCommand { Connection = [connection] });

        Assert.True(Assert.IsType<OcTestResult>(Assert.Single(pipeline.Output)).Passed);
    }

    private static async Task<OcConnection> ConnectedAsync(SandboxServerUnderTest test)
    {
        await test.AddAsync(new() { AppId = AppId, ClientSecret = Secrets.Of("right") });
        return ConnectUnderTest.Opened(await test.ConnectAsync(AppId, Secrets.Of("right")));
    }
}
