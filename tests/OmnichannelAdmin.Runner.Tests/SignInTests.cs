using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Runner.Tests;

/// <summary>Signs in as a build agent does: with variables, or as the resource that it runs on.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string CertificatePassword = "the-pfx-password";

    private BuildAgent _agent = null!;

    public static TheoryData<string> Ways =>
        ["secret", "certificate", "token file", "Azure Automation", "virtual machine"];

    public Task InitializeAsync()
    {
        _agent = BuildAgent.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _agent.DisposeAsync();

    [Theory]
    [Trait("Needs", "Linux")]
    [MemberData(nameof(Ways))]
    public async Task Each_way_leads_into_the_environment(string way)
    {
        var options = Use(way);

        var result = await _agent.RunAsync(["export", "--section", "customChannels", .. options]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.True(JsonDocument.Parse(result.Output).RootElement.TryGetProperty("customChannels", out _));
        Assert.Empty(_agent.Cloud.RefusedHosts);
    }

    [Theory]
    [Trait("Needs", "Linux")]
    [InlineData("a-wrong-but-secret-secret")]
    public async Task A_secret_that_is_wrong_is_an_error_that_does_not_repeat_it(string secret)
    {
        _agent.UseApplication("AZURE_CLIENT_SECRET", secret);

        var result = await _agent.RunAsync("export");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("ocadmin: The client secret is wrong.", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Needs", "Linux")]
    [InlineData("AZURE_CLIENT_CERTIFICATE_PATH", "missing.pfx")]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE", "missing.txt")]
    public async Task A_file_that_a_variable_names_and_that_is_missing_is_an_error(string variable, string file)
    {
        _agent.Ocadmin.Variables["AZURE_CLIENT_ID"] = CloudIdentity.ClientId.ToString();
        _agent.Ocadmin.Variables[variable] = file;

        var result = await _agent.RunAsync("export");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(file, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "AZURE_CLIENT_ID",
        "7f9ad2f0-2d5b-4a8e-8d51-0f3f5f0f6c22",
        "None of the environment variables AZURE_CLIENT_SECRET")]
    [InlineData("AZURE_CLIENT_SECRET", "any", "AZURE_CLIENT_SECRET is set, but AZURE_CLIENT_ID is not")]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE", "any", "AZURE_FEDERATED_TOKEN_FILE is set, but AZURE_CLIENT_ID is not")]
    public async Task Variables_that_are_no_whole_credential_are_named(string variable, string value, string words)
    {
        _agent.Ocadmin.Variables[variable] = value;

        var result = await _agent.RunAsync("export");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(words, result.Errors, StringComparison.Ordinal);
    }

    // Sets what the way takes and answers with its options.
    private string[] Use(string way)
    {
        switch (way)
        {
            case "secret":
                _agent.UseApplication("AZURE_CLIENT_SECRET", CloudIdentity.ClientSecret);
                return [];
            case "certificate":
                using (var certificate = TestCertificates.WithRsaKey())
                    File.WriteAllBytes(
                        _agent.Ocadmin.PathOf("sign-in.pfx"),
                        certificate.Export(X509ContentType.Pfx, CertificatePassword));
                _agent.UseApplication("AZURE_CLIENT_CERTIFICATE_PATH", _agent.Ocadmin.PathOf("sign-in.pfx"));
                _agent.Ocadmin.Variables["AZURE_CLIENT_CERTIFICATE_PASSWORD"] = CertificatePassword;
                return [];
            case "token file":
                _agent.Ocadmin.Write("token.txt", CloudIdentity.FederatedToken);
                _agent.UseApplication("AZURE_FEDERATED_TOKEN_FILE", _agent.Ocadmin.PathOf("token.txt"));
                return [];
            case "Azure Automation":
                _agent.Ocadmin.Variables["AZUREPS_HOST_ENVIRONMENT"] = "AzureAutomation";
                _agent.Ocadmin.Variables["IDENTITY_ENDPOINT"] = _agent.Cloud.AutomationEndpoint.AbsoluteUri;
                _agent.Ocadmin.Variables["IDENTITY_HEADER"] = CloudIdentity.AutomationSecret;
                return ["--managed-identity"];
            default:
                var host = _agent.Cloud.PlainUrl.AbsoluteUri.TrimEnd('/');
                _agent.Ocadmin.Variables["AZURE_POD_IDENTITY_AUTHORITY_HOST"] = host;
                return ["--managed-identity", "--client-id", CloudIdentity.ClientId.ToString()];
        }
    }
}
