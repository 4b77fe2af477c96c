using System.Text.Json;
using System.Xml.Linq;

namespace OmnichannelAdmin.Runner.Tests;

public sealed class OcadminTests : IDisposable
{
    private const string Workstreams = """{ "workstreams": [ { "name": "Web ${kind}", "streamSource": "Custom" } ] }""";
    private const char Escape = '\u001b';

    private static readonly string Contoso = Repository.PathOf("samples/contoso/contoso.json");
    private static readonly string TestVariables = Repository.PathOf("samples/contoso/test.variables.json");

    private readonly Ocadmin _ocadmin = new();

    public void Dispose() => _ocadmin.Dispose();

    [Fact]
    public async Task A_plan_with_changes_answers_2_and_shows_them()
    {
        var result = await _ocadmin.RunAsync("plan", Contoso, "--var-file", TestVariables, "--sandbox");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        Assert.Contains("+ customChannels 'Contoso web messenger'", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_changes_answers_0()
    {
        _ocadmin.Write("c.json", """{ "workstreams": [ { "name": "Messaging workstream" } ] }""");

        Assert.Equal(0, (await _ocadmin.RunAsync("plan", "c.json", "--sandbox")).ExitCode);
    }

    [Fact]
    public async Task A_configuration_is_applied()
    {
        var result = await _ocadmin.RunAsync("apply", Contoso, "--var-file", TestVariables, "--sandbox");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("created, 0 updated, 0 deleted", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_plan_of_another_organization_is_refused()
    {
        _ocadmin.Write("c.json", Workstreams);
        await _ocadmin.RunAsync("plan", "c.json", "--var", "kind=chats", "--out", "plan.json", "--sandbox");

        var result = await _ocadmin.RunAsync("apply", "plan.json", "--sandbox");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Make a plan for this environment", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_answers_2_and_is_written_as_JUnit_XML()
    {
        _ocadmin.Write("c.json", Workstreams);

        var result = await _ocadmin.RunAsync("test", "c.json", "--var", "kind=chats", "--junit", "r.xml", "--sandbox");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "1", XDocument.Parse(_ocadmin.Read("r.xml")).Root!.Element("testsuite")!.Attribute("failures")!.Value);
    }

    [Fact]
    public async Task For_programs_there_is_JSON_and_nothing_else()
    {
        _ocadmin.Write("c.json", Workstreams);

        var result = await _ocadmin.RunAsync("test", "c.json", "--var", "kind=chats", "--sandbox", "--output", "json");

        Assert.False(JsonDocument.Parse(result.Output).RootElement.GetProperty("passed").GetBoolean());
    }

    [Theory]
    [InlineData("plan", 2, "changes")]
    [InlineData("apply", 0, "created")]
    [InlineData("test", 2, "drift")]
    public async Task Every_verb_has_JSON_for_programs(string verb, int exitCode, string property)
    {
        _ocadmin.Write("c.json", Workstreams);

        var result = await _ocadmin.RunAsync(verb, "c.json", "--var", "kind=chats", "--sandbox", "--output", "json");

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Errors));
        Assert.True(JsonDocument.Parse(result.Output).RootElement.TryGetProperty(property, out _), result.Output);
    }

    [Fact]
    public async Task What_is_not_a_terminal_gets_plain_text()
    {
        var result = await _ocadmin.RunAsync("apply", Contoso, "--var-file", TestVariables, "--sandbox");

        Assert.DoesNotContain(Escape, result.Output + result.Errors);
    }

    [Fact]
    public async Task A_variable_of_the_command_line_goes_before_that_of_the_file()
    {
        _ocadmin.Write("c.json", Workstreams);
        _ocadmin.Write("v.json", """{ "kind": "from the file" }""");

        var file = await _ocadmin.RunAsync("plan", "c.json", "--var-file", "v.json", "--sandbox");
        var both = await _ocadmin.RunAsync(
            "plan", "c.json", "--var-file", "v.json", "--var", "kind=from the line", "--sandbox");

        Assert.Contains("'Web from the file'", file.Output, StringComparison.Ordinal);
        Assert.Contains("'Web from the line'", both.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_missing_is_named_and_nothing_is_written()
    {
        _ocadmin.Variables["CONTOSO_SIGN_IN_SECRET"] = "";

        var result = await _ocadmin.RunAsync(
            "apply", Contoso, "--var-file", TestVariables, "--sandbox", "--journal", "changes.jsonl");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "the environment variable CONTOSO_SIGN_IN_SECRET is not set", result.Errors, StringComparison.Ordinal);
        Assert.Empty(_ocadmin.Read("changes.jsonl"));
    }

    [Fact]
    public async Task A_secret_in_a_vault_is_an_error_that_says_where_else_one_can_be()
    {
        _ocadmin.Write(
            "c.json",
            File.ReadAllText(Contoso).Replace("env:CONTOSO_SIGN_IN_SECRET", "contoso/apple", StringComparison.Ordinal));

        var result = await _ocadmin.RunAsync("apply", "c.json", "--var-file", TestVariables, "--sandbox");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "'contoso/apple' cannot be had: only env:NAME and file:PATH are known here.",
            result.Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", "missing.json")]
    [InlineData("export", "--section", "nonsense")]
    [InlineData("plan", "c.json", "--var", "kind")]
    [InlineData("apply", "c.json", "--journal", "no/such/folder/changes.jsonl")]
    public async Task A_wrong_command_line_answers_1_with_one_line_that_says_why(params string[] arguments)
    {
        _ocadmin.Write("c.json", Workstreams);

        var result = await _ocadmin.RunAsync([.. arguments, "--sandbox"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Matches("^ocadmin: .+\r?\n$", result.Errors);
    }

    [Fact]
    public async Task Without_an_environment_it_asks_for_one()
    {
        var result = await _ocadmin.RunAsync("export");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Give --environment URL, or --sandbox.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_a_configuration_that_has_not_drifted()
    {
        await _ocadmin.RunAsync("export", "--out", "c.json", "--sandbox");

        Assert.Equal(0, (await _ocadmin.RunAsync("test", "c.json", "--prune", "--sandbox")).ExitCode);
    }

    [Fact]
    public async Task A_problem_answers_1_on_the_error_output()
    {
        _ocadmin.Write("c.json", Workstreams);

        var result = await _ocadmin.RunAsync("plan", "c.json", "--sandbox");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("ocadmin: workstreams", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_does_not_exist_answers_1() =>
        Assert.Equal(1, (await _ocadmin.RunAsync("plan", "c.json", "--nonsense")).ExitCode);

    [Fact]
    public async Task Without_a_credential_it_says_which_variables_are_missing()
    {
        var result = await _ocadmin.RunAsync("export", "--environment", "https://contoso.crm4.dynamics.com");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("AZURE_CLIENT_SECRET", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_on_one_journal_lose_no_line()
    {
        var apply = new[] { "apply", Contoso, "--var-file", TestVariables, "--sandbox", "--journal", "changes.jsonl" };

        await Task.WhenAll(_ocadmin.RunAsync(apply), _ocadmin.RunAsync(apply));

        var lines = _ocadmin.Read("changes.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var ids = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetGuid());
        Assert.All(ids.GroupBy(id => id), pair => Assert.Equal(2, pair.Count()));
    }

    [Fact]
    public async Task The_tour_plans_applies_finds_drift_and_ends_with_the_channels()
    {
        var result = await _ocadmin.RunAsync("tour", Contoso, "--var-file", TestVariables);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("has drifted", result.Output, StringComparison.Ordinal);
        Assert.Contains("Contoso web messenger  https://", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Escape, result.Output);
    }
}
