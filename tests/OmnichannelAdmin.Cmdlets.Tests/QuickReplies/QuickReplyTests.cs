using System.Text.Json;
using OmnichannelAdmin.Cmdlets.QuickReplies;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.QuickReplies;

public class QuickReplyTests
{
    private const string Table = "msdyn_cannedmessage";
    private const string WorkstreamLinks = "msdyn_msdyn_cannedmessage_liveworkstream";
    private const string TagLinks = "msdyn_msdyn_cannedmessage_msdyn_octag";

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await environment.AddAsync<QuickReply>(NewWithEverything());
        var read = await environment.OneAsync<QuickReply>(
            new GetOcQuickReplyCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(("Greeting", "Guten Tag!", "de-DE"), (read.Name, read.Message, read.Locale));
        Assert.Equal(["Messaging workstream"], read.Workstreams.Select(workstream => workstream.Name));
        Assert.Equal(["hello", "start"], read.Tags.Select(tag => tag.Name));
    }

    [Fact]
    public void The_example_with_everything_gives_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(NewWithEverything()));

    [Fact]
    public async Task A_reply_without_a_locale_is_in_English()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        Assert.Equal("en-US", (await environment.AddAsync<QuickReply>(New())).Locale);
        Assert.Equal(1033, Assert.Single(environment.Organization.Rows.All(Table))["msdyn_locale_field"]);
    }

    [Fact]
    public async Task A_tag_that_is_there_already_is_used_again()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add("msdyn_octag", new() { ["msdyn_name"] = "Hello" });

        await environment.AddAsync<QuickReply>(NewWithEverything());

        Assert.Equal(2, environment.Organization.Rows.Count("msdyn_octag"));
        Assert.Equal(2, environment.Organization.Rows.Linked(TagLinks).Count);
    }

    public static TheoryData<string, SetOcQuickReplyCommand, string[]> Settings() => new()
    {
        { "Locale", new() { Locale = "fr-fr" }, ["msdyn_locale_field"] },
        { "Message", new() { Message = "Bonjour !" }, ["msdyn_message"] },
        { "Name", new() { Name = "Other" }, ["msdyn_title"] },
        { "Tag", new() { Tag = [RecordIdentity.Parse("new")] }, [] },
        { "Workstream", new() { Workstream = [] }, [] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcQuickReplyCommand command, string[] columns)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var reply = await environment.AddAsync<QuickReply>(NewWithEverything());
        command.Identity = RecordIdentity.Of(reply);

        var changed = await environment.ColumnsChangedAsync(Table, reply.Id, () => environment.SucceedAsync(command));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcQuickReplyCommand>(), Settings().Select(row => (string)row[0]));

    [Fact]
    public async Task Tags_are_replaced_by_those_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var reply = await environment.AddAsync<QuickReply>(NewWithEverything());
        var command = new SetOcQuickReplyCommand
        {
            Identity = RecordIdentity.Of(reply),
            Tag = [RecordIdentity.Parse("start"), RecordIdentity.Parse("new")],
        };

        var pipeline = await environment.SucceedAsync(command, switches: [nameof(command.PassThru)]);

        var changed = Assert.IsType<QuickReply>(Assert.Single(pipeline.Output));
        Assert.Equal(["new", "start"], changed.Tags.Select(tag => tag.Name));
        Assert.Equal(["Messaging workstream"], changed.Workstreams.Select(workstream => workstream.Name));
    }

    [Fact]
    public async Task Nothing_but_the_links_goes_when_all_workstreams_are_taken_away()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var reply = await environment.AddAsync<QuickReply>(NewWithEverything());
        var command = new SetOcQuickReplyCommand { Identity = RecordIdentity.Of(reply) };

        await environment.SucceedAsync(command, cleared: [nameof(command.Workstream)]);

        Assert.Empty(environment.Organization.Rows.Linked(WorkstreamLinks));
        Assert.Equal(2, environment.Organization.Rows.Linked(TagLinks).Count);
    }

    public static TheoryData<string, NewOcQuickReplyCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = null) },
        { "NameMissing", With(command => command.Name = " ") },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "MessageMissing", With(command => command.Message = "") },
        { "MessageTooLong", With(command => command.Message = new string('n', 4001)) },
        { "MessageHasControlCharacter", With(command => command.Message = "a\u0000b") },
        { "LocaleUnknown", With(command => command.Locale = "tlh") },
        { "RecordNotFound", With(command => command.Workstream = [RecordIdentity.Parse("No such workstream")]) },
        { "NameTooLong", With(command => command.Tag = [RecordIdentity.Parse(new string('t', 101))]) },
        { "NameMissing", With(command => command.Tag = [RecordIdentity.Parse(" ")]) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_reply_can_be_is_refused_before_anything_is_written(
        string rule, NewOcQuickReplyCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_reply_is_told_from_another_by_its_title_and_locale()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<QuickReply>(New());
        var german = With(command => command.Locale = "de-DE");

        await environment.SucceedAsync(german, switches: [nameof(german.IfNotExists)]);
        await environment.SucceedAsync(german, switches: [nameof(german.IfNotExists)]);

        Assert.Equal(2, environment.Organization.Rows.Count(Table));
    }

    [Fact]
    public async Task Replies_are_found_by_their_locale()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<QuickReply>(New());
        await environment.AddAsync<QuickReply>(NewWithEverything());

        Assert.Equal(
            "de-DE", (await environment.OneAsync<QuickReply>(new GetOcQuickReplyCommand { Locale = "DE-de" })).Locale);
    }

    [Fact]
    public async Task A_reply_of_no_workstream_is_offered_in_all()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<QuickReply>(New());
        await environment.AddAsync<QuickReply>(NewWithEverything());
        var other = environment.Organization.Rows.Add("msdyn_liveworkstream", new() { ["msdyn_name"] = "Other" });

        var here = await environment.SucceedAsync(
            new GetOcQuickReplyCommand { Workstream = ChannelExamples.WorkstreamByName() });
        var there = await environment.SucceedAsync(
            new GetOcQuickReplyCommand { Workstream = RecordIdentity.Of(other) });

        Assert.Equal((2, 1), (here.Output.Count, there.Output.Count));
    }

    [Fact]
    public async Task A_removed_reply_leaves_no_link_and_all_tags()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var reply = await environment.AddAsync<QuickReply>(NewWithEverything());

        await environment.SucceedAsync(new RemoveOcQuickReplyCommand { Identity = RecordIdentity.Of(reply) });

        Assert.Empty(environment.Organization.Rows.All(Table));
        Assert.Empty(environment.Organization.Rows.Linked(WorkstreamLinks));
        Assert.Empty(environment.Organization.Rows.Linked(TagLinks));
        Assert.Equal(2, environment.Organization.Rows.Count("msdyn_octag"));
    }

    private static NewOcQuickReplyCommand New() => new() { Name = "Greeting", Message = "Hello!" };

    private static NewOcQuickReplyCommand NewWithEverything() => With(command =>
    {
        command.Message = "Guten Tag!";
        command.Locale = "de-DE";
        command.Workstream = [ChannelExamples.WorkstreamByName()];
        command.Tag = [RecordIdentity.Parse("hello"), RecordIdentity.Parse("start")];
    });

    private static NewOcQuickReplyCommand With(Action<NewOcQuickReplyCommand> change)
    {
        var command = New();
        change(command);
        return command;
    }
}
