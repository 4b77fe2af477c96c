using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class RemoveOcCustomChannelCommandTests
{
    [Fact]
    public async Task A_channel_is_removed_by_its_name()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        await environment.RunAsync(Remove(RecordIdentity.Parse("contoso WEB")));

        Assert.Empty(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task The_prompt_names_the_workstream_that_uses_the_channel()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var create = ChannelExamples.New();
        create.Workstream = ChannelExamples.WorkstreamByName();
        await environment.RunAsync(create);

        var pipeline = await environment.RunAsync(Remove(RecordIdentity.Parse("Contoso web")), agrees: false);

        Assert.Contains("Workstream 'Messaging workstream' uses it", Assert.Single(pipeline.Actions));
    }

    [Fact]
    public async Task A_name_that_two_channels_have_removes_neither()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var first = await environment.AddChannelAsync();
        var second = await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Remove(RecordIdentity.Parse("Contoso web")));

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("AmbiguousName", error.Id);
        Assert.Contains(first.Id.ToString(), error.Exception.Message);
        Assert.Contains(second.Id.ToString(), error.Exception.Message);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_cut_off_is_a_success()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Method = "DELETE" });

        var pipeline = await environment.RunAsync(Remove(RecordIdentity.Of(channel)));

        Assert.Empty(pipeline.Errors);
    }

    [Fact]
    public async Task A_channel_that_moved_since_it_was_read_is_kept()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Rows.Change(ChannelExamples.Table, channel.Id, new() { ["msdyn_name"] = "Renamed" });

        var pipeline = await environment.RunAsync(Remove(RecordIdentity.Of(channel)));

        Assert.Equal("RecordChanged", Assert.Single(pipeline.Errors).Id);
        Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task PassThru_answers_with_the_channel_as_it_was()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Remove(RecordIdentity.Of(channel)), switches: ["PassThru"]);

        Assert.Equal(channel.Id, Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).Id);
    }

    private static RemoveOcCustomChannelCommand Remove(RecordIdentity identity) => new() { Identity = identity };
}
