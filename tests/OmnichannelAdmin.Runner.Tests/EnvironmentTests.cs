using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Runner.Tests;

/// <summary>
/// What takes several processes on one environment: a plan that is reviewed and applied, drift, a secret that is
/// renewed.
/// </summary>
public sealed class EnvironmentTests : IAsyncLifetime
{
    private const string Secret = "s3cret-word";

    private const string Document = """
        { "authSettings": [ {
            "name": "Login", "channelType": "AppleMessagesForBusiness", "authenticationType": "OpenIdConnect",
            "clientId": "contoso", "clientSecret": { "secret": "env:OC_SECRET" }, "scope": "openid",
            "accessTokenUrl": "https://login.contoso.example/token",
            "decryptedTokenUrl": "https://login.contoso.example/me"
        } ] }
        """;

    private BuildAgent _agent = null!;

    public Task InitializeAsync()
    {
        _agent = BuildAgent.Start();
        _agent.UseApplication("AZURE_CLIENT_SECRET", CloudIdentity.ClientSecret);
        _agent.Ocadmin.Variables["OC_SECRET"] = Secret;
        _agent.Ocadmin.Write("c.json", Document);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _agent.DisposeAsync();

    [Fact]
    [Trait("Needs", "Linux")]
    public async Task A_plan_that_was_saved_is_applied_by_another_process_and_leaves_nothing_to_do()
    {
        int[] codes =
        [
            await CodeOfAsync("plan", "c.json", "--out", "plan.json"),
            await CodeOfAsync("test", "c.json"),
            await CodeOfAsync("apply", "plan.json"),
            await CodeOfAsync("test", "c.json"),
            await CodeOfAsync("plan", "c.json"),
        ];

        Assert.Equal([2, 2, 0, 0, 0], codes);
    }

    [Fact]
    [Trait("Needs", "Linux")]
    public async Task A_secret_is_written_again_only_when_asked_for()
    {
        await _agent.RunAsync("apply", "c.json");
        _agent.Ocadmin.Variables["OC_SECRET"] = "another-word";

        int[] codes =
        [
            await CodeOfAsync("plan", "c.json"),
            await CodeOfAsync("plan", "c.json", "--update-secrets"),
            await CodeOfAsync("apply", "c.json", "--update-secrets"),
        ];

        Assert.Equal([0, 2, 0], codes);
    }

    [Fact]
    [Trait("Needs", "Linux")]
    public async Task No_secret_is_in_any_output_or_file()
    {
        OcadminResult[] results =
        [
            await _agent.RunAsync("plan", "c.json", "--out", "plan.json"),
            await _agent.RunAsync("plan", "c.json", "--output", "json"),
            await _agent.RunAsync("apply", "plan.json", "--journal", "changes.jsonl"),
            await _agent.RunAsync("export", "--out", "exported.json"),
        ];

        var files = new[] { "plan.json", "changes.jsonl", "exported.json" }.Select(_agent.Ocadmin.Read);
        Assert.All(
            results.SelectMany(result => new[] { result.Output, result.Errors }).Concat(files),
            text =>
            {
                Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
                Assert.DoesNotContain(CloudIdentity.ClientSecret, text, StringComparison.Ordinal);
            });
    }

    private async Task<int> CodeOfAsync(params string[] arguments)
    {
        var result = await _agent.RunAsync(arguments);
        Assert.Empty(result.Errors);
        return result.ExitCode;
    }
}
