using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

public class WorkstreamRuleTests
{
    public static TheoryData<string, NewOcWorkstreamCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = " ") },
        { "NameMissing", With(command => command.Name = null) },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "NameHasControlCharacter", With(command => command.Name = "a\u0007b") },
        { "StreamSourceMissing", With(command => command.StreamSource = null) },
        { "StreamSourceNotAnOption", With(command => command.StreamSource = (StreamSource)1) },
        { "CapacityOutOfRange", With(command => command.Capacity = -1) },
        { "BlockCapacityForWrapUpOutOfRange", With(command => command.BlockCapacityForWrapUp = 43201) },
        { "BlockCapacityForWrapUpSecondsOutOfRange", With(command => command.BlockCapacityForWrapUpSeconds = -1) },
        { "AutoCloseAfterInactivityOutOfRange", With(command => command.AutoCloseAfterInactivity = -5) },
        { "AllowedPresencesNotAnOption", With(command => command.AllowedPresences = [(BasePresence)7]) },
        { "BotNeedsPush", With(Pick) },
        { "CapacityGivenTwice", With(UnitsAndProfiles) },
        { "RecordNotFound", With(command => command.DefaultQueue = RecordIdentity.Parse("No such queue")) },
        { "RecordNotFound", With(command => command.SessionTemplate = RecordIdentity.Parse("no_such_template")) },
        { "UniqueNameMissing", With(command => command.TransferNotification = RecordIdentity.Parse("Nameless")) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_workstream_can_be_is_refused_before_anything_is_written(
        string rule, NewOcWorkstreamCommand command)
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_bot_is_refused_where_people_pick_their_work()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var command = WorkstreamExamples.New();
        command.WorkDistributionMode = WorkDistributionMode.Pick;
        var workstream = await environment.AddAsync<Workstream>(command);

        var rule = await environment.RefusedAsync(
            new SetOcWorkstreamCommand
            {
                Identity = RecordIdentity.Of(workstream),
                Bot = RecordIdentity.Parse(WorkstreamExamples.Bot),
            });

        Assert.Equal("BotNeedsPush", rule);
    }

    [Fact]
    public async Task Changing_nothing_is_refused()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();

        Assert.Equal(
            "NothingToChange",
            await environment.RefusedAsync(new SetOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream) }));
    }

    [Fact]
    public async Task A_workstream_that_custom_channels_use_is_not_removed_and_they_are_named()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        foreach (var name in new[] { "Contoso shop", "Contoso web" })
        {
            var channel = ChannelExamples.New(name);
            channel.Workstream = ChannelExamples.WorkstreamByName();
            await environment.SucceedAsync(channel);
        }

        environment.Organization.Requests.Clear();
        var pipeline = await environment.RunAsync(
            new RemoveOcWorkstreamCommand { Identity = ChannelExamples.WorkstreamByName() });

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("WorkstreamInUse", error.Id);
        Assert.Contains("'Contoso shop', 'Contoso web'", error.Exception.Message);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_workstream_that_somebody_changed_meanwhile_is_left_alone()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        environment.Organization.Rows.Change(
            WorkstreamExamples.Table, workstream.Id, new() { ["msdyn_capacityrequired"] = 31 });

        var pipeline = await environment.RunAsync(
            new RemoveOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream) });

        Assert.Equal("RecordChanged", Assert.Single(pipeline.Errors).Id);
    }

    private static NewOcWorkstreamCommand With(Action<NewOcWorkstreamCommand> change)
    {
        var command = WorkstreamExamples.New();
        change(command);
        return command;
    }

    private static void Pick(NewOcWorkstreamCommand command)
    {
        command.WorkDistributionMode = WorkDistributionMode.Pick;
        command.Bot = RecordIdentity.Parse(WorkstreamExamples.Bot);
    }

    private static void UnitsAndProfiles(NewOcWorkstreamCommand command)
    {
        command.Capacity = 10;
        command.CapacityProfile = [RecordIdentity.Parse("Chats")];
    }
}
