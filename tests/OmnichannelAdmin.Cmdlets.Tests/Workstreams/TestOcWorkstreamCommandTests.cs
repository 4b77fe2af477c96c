using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

public class TestOcWorkstreamCommandTests
{
    [Fact]
    public async Task A_workstream_that_has_everything_passes_every_check()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());
        await AddChannelAsync(environment, workstream, "en-US");
        AddRouting(environment, workstream.Id, steps: 1);

        var report = await ReportAsync(environment, workstream);

        Assert.True(report.Passed);
        Assert.All(
            report.Checks, check => Assert.Equal((check.Name, CheckOutcome.Passed), (check.Name, check.Outcome)));
        Assert.All(report.Checks, check => Assert.Null(check.Advice));
    }

    [Fact]
    public async Task A_bare_workstream_fails_for_want_of_a_queue_and_is_told_what_else_it_lacks()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();

        var report = await ReportAsync(environment, workstream);

        Assert.False(report.Passed);
        Assert.Equal(
            [
                (WorkstreamCheckNames.State, CheckOutcome.Passed),
                (WorkstreamCheckNames.Mode, CheckOutcome.Passed),
                (WorkstreamCheckNames.DefaultQueue, CheckOutcome.Warning),
                (WorkstreamCheckNames.Capacity, CheckOutcome.Passed),
                (WorkstreamCheckNames.Presences, CheckOutcome.Warning),
                (WorkstreamCheckNames.Templates, CheckOutcome.Skipped),
                (WorkstreamCheckNames.Channels, CheckOutcome.Warning),
                (WorkstreamCheckNames.Languages, CheckOutcome.Skipped),
                (WorkstreamCheckNames.Routing, CheckOutcome.Failed),
            ],
            report.Checks.Select(check => (check.Name, check.Outcome)));
    }

    [Fact]
    public async Task A_channel_without_a_language_fails()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        await AddChannelAsync(environment, workstream, language: null);

        Assert.Equal(CheckOutcome.Failed, await OutcomeAsync(environment, workstream, WorkstreamCheckNames.Languages));
    }

    [Fact]
    public async Task A_channel_of_another_kind_fails()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        await AddChannelAsync(environment, workstream, "en-US");
        Change(environment, workstream, "msdyn_streamsource", (int)StreamSource.LiveChat);

        Assert.Equal(CheckOutcome.Failed, await OutcomeAsync(environment, workstream, WorkstreamCheckNames.Channels));
    }

    [Fact]
    public async Task A_queue_for_calls_fails()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var queue = environment.Organization.Rows.Add(
            "queue", new() { ["name"] = "Calls", ["msdyn_queuetype"] = (int)QueueType.Voice });
        var workstream = await environment.AddWorkstreamAsync();
        Change(environment, workstream, "msdyn_defaultqueue", queue);

        Assert.Equal(
            CheckOutcome.Failed, await OutcomeAsync(environment, workstream, WorkstreamCheckNames.DefaultQueue));
    }

    [Theory]
    [InlineData("msdyn_mode", 717210000, WorkstreamCheckNames.Mode, CheckOutcome.Warning)]
    [InlineData("msdyn_capacityformat", 192360000, WorkstreamCheckNames.Capacity, CheckOutcome.Failed)]
    [InlineData("msdyn_capacityrequired", 0, WorkstreamCheckNames.Capacity, CheckOutcome.Warning)]
    [InlineData("msdyn_workdistributionmode", 192350001, WorkstreamCheckNames.Presences, CheckOutcome.Skipped)]
    [InlineData("msdyn_sessiontemplate_default", "gone", WorkstreamCheckNames.Templates, CheckOutcome.Failed)]
    [InlineData(
        "msdyn_sessiontemplate_default", WorkstreamExamples.Session, WorkstreamCheckNames.Templates,
        CheckOutcome.Passed)]
    public async Task A_column_decides_a_check(string column, object value, string check, CheckOutcome expected)
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        Change(environment, workstream, column, value);

        Assert.Equal(expected, await OutcomeAsync(environment, workstream, check));
    }

    [Fact]
    public async Task Routing_without_steps_is_warned_of()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        AddRouting(environment, workstream.Id, steps: 0);

        Assert.Equal(CheckOutcome.Warning, await OutcomeAsync(environment, workstream, WorkstreamCheckNames.Routing));
    }

    [Fact]
    public async Task Without_routing_the_default_queue_takes_everything()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var report = await environment.OneAsync<OcTestResult>(
            new TestOcWorkstreamCommand { Identity = ChannelExamples.WorkstreamByName() });

        Assert.Equal(
            CheckOutcome.Warning, report.Checks.Single(check => check.Name == WorkstreamCheckNames.Routing).Outcome);
        Assert.True(report.Passed);
    }

    [Fact]
    public async Task Quiet_answers_with_true_or_false()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();

        var pipeline = await environment.SucceedAsync(
            new TestOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream) },
            switches: [nameof(TestOcWorkstreamCommand.Quiet)]);

        Assert.Equal([false], pipeline.Output);
    }

    [Fact]
    public async Task Without_a_name_every_workstream_is_tested()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();

        var pipeline = await environment.SucceedAsync(new TestOcWorkstreamCommand());

        Assert.Equal(
            [workstream.Name, "Messaging workstream"],
            pipeline.Output.Cast<OcTestResult>().Select(result => result.Subject).Order());
    }

    private static void Change(EnvironmentUnderTest environment, Workstream workstream, string column, object value) =>
        environment.Organization.Rows.Change(WorkstreamExamples.Table, workstream.Id, new() { [column] = value });

    private static async Task AddChannelAsync(EnvironmentUnderTest environment, Workstream workstream, string? language)
    {
        var channel = ChannelExamples.New();
        channel.Workstream = RecordIdentity.Of(workstream);
        channel.Language = language is null ? null : RecordIdentity.Parse(language);
        await environment.SucceedAsync(channel);
    }

    private static void AddRouting(EnvironmentUnderTest environment, Guid workstream, int steps)
    {
        var rows = environment.Organization.Rows;
        var configuration = rows.Add("msdyn_routingconfiguration", new()
        {
            ["msdyn_name"] = "Routing",
            ["msdyn_isactiveconfiguration"] = true,
            ["msdyn_liveworkstreamid"] = workstream,
        });
        for (var step = 0; step < steps; step++)
        {
            rows.Add(
                "msdyn_routingconfigurationstep",
                new() { ["msdyn_name"] = $"Step {step}", ["msdyn_routingconfigurationid"] = configuration });
        }
    }

    private static Task<OcTestResult> ReportAsync(EnvironmentUnderTest environment, Workstream workstream) =>
        environment.OneAsync<OcTestResult>(new TestOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream.Id) });

    private static async Task<CheckOutcome> OutcomeAsync(
        EnvironmentUnderTest environment, Workstream workstream, string check) =>
        (await ReportAsync(environment, workstream)).Checks.Single(found => found.Name == check).Outcome;
}
