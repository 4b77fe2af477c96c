using System.Net;
using System.Security;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Connections;

public sealed class ConnectOcEnvironmentCommandTests : IDisposable
{
    private static readonly Guid ClientId = new("7f9ad2f0-2d5b-4a8e-8d51-0f3f5f0f6c22");

    private readonly ConnectUnderTest _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task A_client_secret_signs_in_at_the_tenant_that_the_environment_names()
    {
        var pipeline = await ConnectWithSecretAsync();

        var connection = ConnectUnderTest.Opened(pipeline);
        Assert.Equal("ClientSecret", connection.SignIn);
        Assert.Equal(_test.Organization.Settings.TenantId, connection.TenantId);
        var request = Assert.Single(_test.Entra.Requests);
        Assert.Contains(
            $"/{_test.Organization.Settings.TenantId}/", request.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("the-secret", request.Form["client_secret"]);
        Assert.Same(connection, _test.Connections.Default);
    }

    [Fact]
    public async Task A_certificate_signs_in()
    {
        using var certificate = TestCertificates.WithRsaKey();
        var command = new ConnectOcEnvironmentCommand
        {
            Url = ConnectUnderTest.Url,
            ClientId = ClientId,
            Certificate = certificate,
        };

        var connection = ConnectUnderTest.Opened(await _test.RunAsync(command, "Url", "ClientId", "Certificate"));

        Assert.Equal("Certificate", connection.SignIn);
    }

    [Fact]
    public async Task A_federated_token_signs_in()
    {
        var command = new ConnectOcEnvironmentCommand
        {
            Url = ConnectUnderTest.Url,
            ClientId = ClientId,
            FederatedToken = "outside-token",
        };

        ConnectUnderTest.Opened(await _test.RunAsync(command, "Url", "ClientId", "FederatedToken"));

        Assert.Equal("outside-token", Assert.Single(_test.Entra.Requests).Form["client_assertion"]);
    }

    [Fact]
    public async Task Environment_variables_sign_in_and_the_connection_says_which()
    {
        var variables = new Dictionary<string, string>
        {
            ["AZURE_CLIENT_ID"] = ClientId.ToString(),
            ["AZURE_CLIENT_SECRET"] = "the-secret",
        };
        var command = new ConnectOcEnvironmentCommand
        {
            Url = ConnectUnderTest.Url,
            ReadVariable = variables.GetValueOrDefault,
        };

        var pipeline = await _test.RunAsync(command, "Url", "EnvironmentVariables");

        Assert.Equal("EnvironmentVariables (AZURE_CLIENT_SECRET)", ConnectUnderTest.Opened(pipeline).SignIn);
        Assert.Contains(pipeline.Verboses, line => line.Contains("AZURE_CLIENT_SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_given_token_needs_no_entra()
    {
        ConnectUnderTest.Opened(await ConnectWithTokenAsync());

        Assert.Empty(_test.Entra.Requests);
    }

    [Fact]
    public async Task Without_a_client_id_the_person_is_warned_of_the_sample_application()
    {
        _test.Entra.Then(SignInAnswers.Refusal(700016));
        var command = new ConnectOcEnvironmentCommand { Url = ConnectUnderTest.Url };

        var pipeline = await _test.RunAsync(command, "Url", "DeviceCode");

        Assert.Contains(
            "51f81489-12ee-4a9e-aaae-a2591f45987d", Assert.Single(pipeline.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_browser_opens_the_error_names_the_alternatives_at_once()
    {
        var command = new ConnectOcEnvironmentCommand
        {
            Url = ConnectUnderTest.Url,
            ClientId = ClientId,
            ReadVariable = name => name == "AZUREPS_HOST_ENVIRONMENT" ? "AzureAutomation" : null,
        };

        var error = Assert.Single((await _test.RunAsync(command, "Url", "ClientId")).Errors);

        Assert.Equal("BrowserUnavailable", error.Id);
        Assert.Contains("-DeviceCode", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_is_no_user_of_the_environment_is_told_how_to_become_one()
    {
        var network = Refusing("0x80072560");
        _test.Network.With("oc-sandbox.crm4.dynamics.com", network);

        var error = Assert.Single((await ConnectWithTokenAsync()).Errors);

        Assert.Equal("UserNotInEnvironment", error.Id);
        Assert.Contains("Application users", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_sign_in_ends_the_command_and_leaves_no_connection()
    {
        _test.Entra.Then(SignInAnswers.Refusal(7000215));

        var error = Assert.Single((await ConnectWithSecretAsync()).Errors);

        Assert.Equal("ClientSecretWrong", error.Id);
        Assert.True(error.IsTerminating);
        Assert.Empty(_test.Connections.Open);
    }

    [Fact]
    public async Task A_connection_has_the_name_that_it_was_given()
    {
        var connection = ConnectUnderTest.Opened(await ConnectWithTokenAsync("dev"));

        Assert.Equal("dev", connection.Name);
        Assert.Same(connection, _test.Connections.Find("DEV"));
    }

    [Fact]
    public async Task A_second_connection_of_one_name_takes_the_place_of_the_first()
    {
        await ConnectWithTokenAsync("dev");
        var second = ConnectUnderTest.Opened(await ConnectWithTokenAsync("Dev"));

        Assert.Same(second, Assert.Single(_test.Connections.Open));
    }

    [Fact]
    public async Task Impersonation_and_solution_go_with_every_request()
    {
        var caller = Guid.NewGuid();
        var network = Refusing("0x80040220");
        _test.Network.With("oc-sandbox.crm4.dynamics.com", network);
        var command = WithToken();
        command.CallerObjectId = caller;
        command.SolutionName = "ContosoChannels";

        await _test.RunAsync(command, "Url", "AccessToken", "CallerObjectId", "SolutionName");

        Assert.Equal(caller.ToString(), network.Requests[0].Header("CallerObjectId"));
        Assert.Equal("ContosoChannels", network.Requests[0].Header("MSCRM.SolutionUniqueName"));
    }

    [Fact]
    public async Task A_service_client_carries_the_requests_by_relative_paths()
    {
        using var organization = new OmnichannelAdmin.Sandbox.SandboxOrganization();
        using var client = new ServiceClientDouble(organization.CreateHandler(), organization.Settings.Url);

        var pipeline = await _test.RunAsync(
            new ConnectOcEnvironmentCommand { ServiceClient = client }, "ServiceClient");

        var connection = ConnectUnderTest.Opened(pipeline);
        Assert.Equal(organization.Settings.Url, connection.Environment);
        Assert.Equal("WhoAmI", client.Paths[0]);
        Assert.Empty(_test.Network.Requests);
    }

    private static ScriptedTransport Refusing(string code) =>
        new() { Otherwise = _ => Answers.Error(HttpStatusCode.Forbidden, code, "No.") };

    private static SecureString Secret()
    {
        var secret = new SecureString();
        foreach (var letter in "the-secret")
            secret.AppendChar(letter);

        return secret;
    }

    private static ConnectOcEnvironmentCommand WithToken() =>
        new() { Url = ConnectUnderTest.Url, AccessToken = "token-1" };

    private Task<RecordingPipeline> ConnectWithSecretAsync() => _test.RunAsync(
        new ConnectOcEnvironmentCommand { Url = ConnectUnderTest.Url, ClientId = ClientId, ClientSecret = Secret() },
        "Url",
        "ClientId",
        "ClientSecret");

    private Task<RecordingPipeline> ConnectWithTokenAsync(string? name = null)
    {
        var command = WithToken();
        command.Name = name;
        return _test.RunAsync(command, "Url", "AccessToken");
    }
}
