using System.Net;
using System.Security;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public sealed class SecretPlanTests : IDisposable
{
    private const string SecretColumn = "msdyn_authenticationclientsecret";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("given", "from the user")]
    [InlineData("env:CONTOSO", "from a variable")]
    [InlineData("file", "from a file")]
    [InlineData("vault/contoso", "from a vault")]
    public async Task A_secret_is_written_with_a_new_record_from_where_the_document_says(
        string reference, string secret)
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await File.WriteAllTextAsync(_file, "from a file\n");
        var plan = await environment.PlanAsync(
            Setting(reference == "file" ? $"file:{_file.Replace("\\", "\\\\", StringComparison.Ordinal)}" : reference));

        await environment.ApplyAsync(plan, Sources());

        Assert.Equal(secret, Stored(environment));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_stops_the_plan_before_anything_is_written()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var plan = await environment.PlanAsync(Setting("env:MISSING"));

        var missing = await Assert.ThrowsAsync<SecretNotFoundException>(() => environment.ApplyAsync(plan, Sources()));

        Assert.Contains("env:MISSING", missing.Message, StringComparison.Ordinal);
        Assert.Equal(0, environment.CountWrites());
    }

    [Fact]
    public async Task A_secret_is_never_compared_and_is_written_again_when_that_is_asked_for()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(await environment.PlanAsync(Setting("given")), Sources());
        var moved = Setting("env:CONTOSO");

        Assert.False((await environment.PlanAsync(moved)).HasChanges);
        var plan = await environment.PlanAsync(
            ConfiguredEnvironment.Parse(moved), new PlanOptions { UpdateSecrets = true });
        await environment.ApplyAsync(plan, Sources());

        Assert.Equal("from a variable", Stored(environment));
    }

    [Fact]
    public async Task No_secret_is_in_a_plan_or_an_export_and_none_is_ever_read()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var plan = await environment.PlanAsync(Setting("given"));
        await environment.ApplyAsync(plan, Sources());
        var export = (await environment.ExportAsync()).ToJson();

        Assert.DoesNotContain("from the user", plan.ToJson() + plan + export, StringComparison.Ordinal);
        Assert.Contains(
            "\"secret\": \"env:OC_AUTHENTICATION_SETTING_CONTOSO_CLIENTSECRET\"", export, StringComparison.Ordinal);
        Assert.All(
            environment.Organization.Requests.Entries.Where(
                request => request.Url.ToString().Contains(SecretColumn, StringComparison.Ordinal)),
            request => Assert.Contains(
                $"$filter={SecretColumn} ne null", request.Url.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_writes_nothing_of_a_secret_that_is_not_set()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        environment.Organization.Rows.Add("msdyn_authenticationsettings", new() { ["msdyn_name"] = "Contoso" });

        Assert.DoesNotContain("clientSecret", (await environment.ExportAsync()).ToJson(), StringComparison.Ordinal);
    }

    private static string Stored(ConfiguredEnvironment environment) =>
        (string)environment.Organization.Rows.All("msdyn_authenticationsettings")[0].Values[SecretColumn]!;

    private static SecretSources Sources() => new(
        new Dictionary<string, SecureString> { ["given"] = Secure("from the user") },
        variable => variable == "CONTOSO" ? "from a variable" : null,
        folder: "",
        new Vault());

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private static string Setting(string reference) => $$"""
        { "authSettings": [ { "name": "Contoso", "channelType": "AppleMessagesForBusiness", "authenticationType": "CodeFlow",
          "clientId": "c", "scope": "openid", "decryptedTokenUrl": "https://login.contoso.example",
          "clientSecret": { "secret": "{{reference}}" } } ] }
        """;

    private sealed class Vault : ISecretSource
    {
        public Task<SecureString?> FindAsync(SecretReference reference, CancellationToken cancellationToken) =>
            Task.FromResult(reference.Vault is ("vault", "contoso") ? Secure("from a vault") : null);
    }
}
