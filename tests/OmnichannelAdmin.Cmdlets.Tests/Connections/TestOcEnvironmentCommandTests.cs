using System.Net;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Tests.Connections;

public class TestOcEnvironmentCommandTests
{
    private const string Administrator = "System Administrator";

    [Fact]
    public async Task A_new_environment_with_omnichannel_passes()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var result = await TestAsync(environment);

        Assert.True(result.Passed);
        Assert.Equal(environment.Connection.Environment.Host, result.Subject);
        Assert.Equal(
            [
                "URL and DNS",
                "TLS",
                "Signed in",
                Administrator,
                "Omnichannel tables",
                "Secret columns",
                "Messaging workstream",
                "Optimistic concurrency", "Clock", "Throttle headroom",
            ],
            result.Checks.Select(check => check.Name));
    }

    [Fact]
    public async Task Testing_changes_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        await TestAsync(environment);

        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_user_without_the_role_fails_and_is_told_where_it_is_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var connection = await OpenAsync(
            environment.Organization, environment.Organization.Users.OmnichannelAdministrator);

        var check = Find(await TestAsync(environment, connection), Administrator);

        Assert.Equal(CheckOutcome.Failed, check.Outcome);
        Assert.Contains("Manage security roles", check.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_counts_through_a_team()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var organization = environment.Organization;
        var team = organization.Rows.Add("team", new() { ["name"] = "Administrators" });
        organization.Rows.Link("teammembership_association", organization.Users.BasicUser, team);
        organization.Rows.Link("teamroles_association", team, RoleOf(organization, Administrator));
        using var connection = await OpenAsync(organization, organization.Users.BasicUser);

        var check = Find(await TestAsync(environment, connection), Administrator);

        Assert.Equal(CheckOutcome.Passed, check.Outcome);
        Assert.Contains("'Administrators'", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(
            SandboxFault.Answer(HttpStatusCode.NotFound, "0x80060888") with { Url = "msdyn_occustommessagingchannel" });

        var check = await CheckAsync(environment, "Omnichannel tables");

        Assert.Equal(CheckOutcome.Failed, check.Outcome);
        Assert.Contains("msdyn_occustommessagingchannel", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_column_that_one_feature_alone_needs_is_a_warning_that_names_both()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: "managedidentityid");

        var check = await CheckAsync(environment, "Omnichannel tables");

        Assert.Equal(CheckOutcome.Warning, check.Outcome);
        Assert.Equal("Missing: msdyn_occustommessagingchannel.managedidentityid.", check.Detail);
        Assert.Contains("Only webhook authentication", check.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_without_a_workstream_is_a_warning()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        foreach (var workstream in environment.Organization.Rows.All("msdyn_liveworkstream"))
            environment.Organization.Rows.Remove("msdyn_liveworkstream", workstream.Id);

        var result = await TestAsync(environment);

        Assert.Equal(CheckOutcome.Warning, Find(result, "Messaging workstream").Outcome);
        Assert.True(result.Passed);
    }

    [Fact]
    public async Task What_cannot_be_asked_has_failed()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(
            SandboxFault.Answer(HttpStatusCode.Forbidden, "0x80040220", "No read privilege.") with
            {
                Url = "systemuserroles_association",
            });

        var check = await CheckAsync(environment, Administrator);

        Assert.Equal((CheckOutcome.Failed, "No read privilege."), (check.Outcome, check.Detail));
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_inside_is_asked_for()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.Unauthorized) with { Url = "WhoAmI" });

        var result = await TestAsync(environment);

        Assert.Equal(CheckOutcome.Failed, Find(result, "Signed in").Outcome);
        Assert.Equal(CheckOutcome.Skipped, Find(result, Administrator).Outcome);
        Assert.Single(environment.Organization.Requests.Entries);
    }

    [Theory]
    [InlineData(20, CheckOutcome.Passed)]
    [InlineData(120, CheckOutcome.Warning)]
    [InlineData(3600, CheckOutcome.Failed)]
    public async Task A_clock_that_differs_is_noticed(int seconds, CheckOutcome outcome)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var theirs = environment.Time.GetUtcNow().AddSeconds(-seconds);
        environment.Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.OK) with
        {
            Url = "WhoAmI",
            Headers = new Dictionary<string, string> { ["Date"] = theirs.ToString("R") },
        });

        Assert.Equal(outcome, (await CheckAsync(environment, "Clock")).Outcome);
    }

    [Fact]
    public async Task Quiet_answers_true_or_false()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var passed = await environment.RunAsync(new TestOcEnvironmentCommand(), switches: ["Quiet"]);
        environment.Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.Unauthorized) with { Url = "WhoAmI" });
        var failed = await environment.RunAsync(new TestOcEnvironmentCommand(), switches: ["Quiet"]);

        Assert.Equal([true], passed.Output);
        Assert.Equal([false], failed.Output);
    }

    private static Guid RoleOf(SandboxOrganization organization, string name) =>
        organization.Rows.All("role").Single(role => (string?)role["name"] == name).Id;

    private static Task<OcConnection> OpenAsync(SandboxOrganization organization, Guid user) => OcConnection.OpenAsync(
        new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Test",
            Transport = organization.CreateHandler(user),
        },
        SilentObserver.Instance,
        CancellationToken.None);

    private static OcCheck Find(OcTestResult result, string name) => result.Checks.Single(check => check.Name == name);

    private static async Task<OcCheck> CheckAsync(EnvironmentUnderTest environment, string name) =>
        Find(await TestAsync(environment), name);

    private static async Task<OcTestResult> TestAsync(EnvironmentUnderTest environment, OcConnection? connection = null)
    {
        var pipeline = new RecordingPipeline();
        var command = new TestOcEnvironmentCommand { Connection = [connection ?? environment.Connection] };
        await command.RunGuardedAsync(pipeline, CancellationToken.None);
        Assert.Empty(pipeline.Errors);
        return Assert.IsType<OcTestResult>(Assert.Single(pipeline.Output));
    }
}
