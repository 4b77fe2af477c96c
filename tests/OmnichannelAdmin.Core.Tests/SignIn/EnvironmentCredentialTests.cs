using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class EnvironmentCredentialTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("oc-variables").FullName;
    private readonly Dictionary<string, string> _variables = new()
    {
        ["AZURE_TENANT_ID"] = Tenant,
        ["AZURE_CLIENT_ID"] = ClientId.ToString(),
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_secret_is_used_and_named_by_its_variable()
    {
        _variables["AZURE_CLIENT_SECRET"] = SecretText;

        var (credential, form) = await SignInAsync();

        Assert.Equal("AZURE_CLIENT_SECRET", credential.Variable);
        Assert.Equal(Tenant, credential.TenantId);
        Assert.Equal(SecretText, form["client_secret"]);
    }

    [Fact]
    public async Task A_certificate_file_is_used_with_its_password()
    {
        using var certificate = TestCertificates.WithRsaKey();
        var path = Path.Combine(_folder, "sign-in.pfx");
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "open sesame"));
        _variables["AZURE_CLIENT_CERTIFICATE_PATH"] = path;
        _variables["AZURE_CLIENT_CERTIFICATE_PASSWORD"] = "open sesame";

        var (credential, form) = await SignInAsync();

        Assert.Equal("AZURE_CLIENT_CERTIFICATE_PATH", credential.Variable);
        Assert.NotEmpty(form["client_assertion"]);
    }

    [Fact]
    public async Task A_federated_token_is_read_from_its_file()
    {
        var path = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(path, "outside-token\n");
        _variables["AZURE_FEDERATED_TOKEN_FILE"] = path;

        var (credential, form) = await SignInAsync();

        Assert.Equal("AZURE_FEDERATED_TOKEN_FILE", credential.Variable);
        Assert.Equal("outside-token", form["client_assertion"]);
    }

    [Fact]
    public void Without_a_credential_the_variables_are_named()
    {
        var error = Assert.Throws<SignInException>(Find);

        Assert.Equal("EnvironmentVariablesMissing", error.Id);
        Assert.Contains("AZURE_FEDERATED_TOKEN_FILE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_credential_without_the_application_is_refused()
    {
        _variables["AZURE_CLIENT_SECRET"] = SecretText;
        _variables.Remove("AZURE_CLIENT_ID");

        var error = Assert.Throws<SignInException>(Find);

        Assert.Contains("AZURE_CLIENT_ID", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretText, error.Message, StringComparison.Ordinal);
    }

    private EnvironmentCredential Find() => EnvironmentCredential.Find(_variables.GetValueOrDefault);

    private async Task<(EnvironmentCredential Credential, IReadOnlyDictionary<string, string> Form)> SignInAsync()
    {
        var transport = Granting();
        var credential = Find();
        await FirstTokenAsync(credential.Through(Through(transport)));
        return (credential, Assert.Single(transport.Requests).Form);
    }
}
