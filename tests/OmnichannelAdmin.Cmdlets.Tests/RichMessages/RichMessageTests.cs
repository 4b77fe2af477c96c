using System.Text.Json;
using OmnichannelAdmin.Cmdlets.RichMessages;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.RichMessages;

public class RichMessageTests
{
    private const string Table = RichMessageExamples.Table;
    private const string WorkstreamLinks = "msdyn_msdyn_ocrichobject_liveworkstream";
    private const string TagLinks = "msdyn_msdyn_ocrichobject_msdyn_octag";
    private const string PickerDocument = """{"survey":"[{\"Questions\":{\"title\":\"Pick\"}},{\"Answers\":{}}]"}""";

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await environment.AddAsync<RichMessage>(NewWithEverything());
        var read = await environment.OneAsync<RichMessage>(
            new GetOcRichMessageCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(("Pick", "de-DE", true), (read.Name, read.Locale, read.AllowAgentToEdit));
        Assert.Equal((RichMessageType.ListPicker, StreamSource.AppleMessagesForBusiness), (read.Type, read.Channel));
        Assert.Equal(["Messaging workstream"], read.Workstreams.Select(workstream => workstream.Name));
        Assert.Equal(["pick"], read.Tags.Select(tag => tag.Name));
    }

    [Fact]
    public void The_examples_give_every_parameter_but_the_other_sources_of_a_document() => Assert.Equal(
        [nameof(NewOcRichMessageCommand.CloneFrom), nameof(NewOcRichMessageCommand.Path)],
        Completeness.NotGivenIn(NewWithEverything(), RichMessageExamples.SignIn()));

    [Fact]
    public async Task A_content_is_stored_in_the_documented_wrapping()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var message = await environment.AddAsync<RichMessage>(RichMessageExamples.SignIn());

        using var stored = JsonDocument.Parse(
            (string)environment.Organization.Rows.Find(Table, message.Id)!["msdyn_objectjson"]!);
        using var survey = JsonDocument.Parse(stored.RootElement.GetProperty("survey").GetString()!);
        Assert.True(survey.RootElement[0].TryGetProperty("Questions", out _));
        Assert.Equal(
            RichMessageExamples.SignInContent,
            survey.RootElement[1].GetProperty("Answers").GetProperty("AppleMessagesforBusinessJSON").GetString());
        Assert.Equal(RichMessageExamples.SignInContent, message.Content);
    }

    [Fact]
    public async Task A_new_content_keeps_what_else_is_stored()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var id = environment.Organization.Rows.Add(Table, new()
        {
            ["msdyn_name"] = "Made in the admin center",
            ["msdyn_ocrichobjecttype"] = (int)RichMessageType.Authentication,
            ["msdyn_streamsource"] = (int)StreamSource.AppleMessagesForBusiness,
            ["msdyn_objectjson"] = """{"version":2,"survey":"[{\"Questions\":{\"id\":7}},{\"Answers\":{\"x\":1}}]"}""",
        });

        await environment.SucceedAsync(
            new SetOcRichMessageCommand
            {
                Identity = RecordIdentity.Of(id),
                Content = RichMessageExamples.SignInContent,
            });

        var stored = (string)environment.Organization.Rows.Find(Table, id)!["msdyn_objectjson"]!;
        Assert.Contains("\"version\":2", stored, StringComparison.Ordinal);
        Assert.Contains("\\\"id\\\":7", stored, StringComparison.Ordinal);
        Assert.Equal(RichMessageExamples.SignInContent, RichMessageDocument.FindContent(stored));
    }

    [Fact]
    public async Task A_message_is_published_unless_it_is_a_draft()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var published = await environment.AddAsync<RichMessage>(RichMessageExamples.Payment());
        var pipeline = await environment.SucceedAsync(
            new NewOcRichMessageCommand { Name = "Later", Type = RichMessageType.ApplePay }, switches: ["Draft"]);

        Assert.Equal(RecordState.Active, published.State);
        Assert.Equal(RecordState.Inactive, Assert.IsType<RichMessage>(Assert.Single(pipeline.Output)).State);
    }

    [Fact]
    public async Task A_draft_with_gaps_cannot_be_published()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var draft = RichMessageExamples.SignIn();
        draft.Content = """{"receivedmessage":"Please sign in"}""";
        await environment.SucceedAsync(draft, switches: ["Draft"]);
        environment.Organization.Requests.Clear();

        var pipeline = await environment.RunAsync(
            new SetOcRichMessageCommand { Identity = RecordIdentity.Parse("Sign in") }, switches: ["Publish"]);

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("ContentFieldMissing", error.Id);
        Assert.Contains("Content.replymessage", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_draft_is_published_and_taken_back()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.SucceedAsync(RichMessageExamples.SignIn(), switches: ["Draft"]);
        var identity = RecordIdentity.Parse("Sign in");

        var published = await environment.SucceedAsync(
            new SetOcRichMessageCommand { Identity = identity }, switches: ["Publish", "PassThru"]);
        var back = await environment.SucceedAsync(
            new SetOcRichMessageCommand { Identity = identity }, switches: ["Draft", "PassThru"]);

        Assert.Equal(RecordState.Active, ((RichMessage)published.Output[0]).State);
        Assert.Equal(RecordState.Inactive, ((RichMessage)back.Output[0]).State);
    }

    [Fact]
    public async Task A_copy_has_all_of_the_original_but_what_is_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var original = await environment.AddAsync<RichMessage>(NewWithEverything());

        var copy = await environment.AddAsync<RichMessage>(
            new NewOcRichMessageCommand { Name = "Copy", CloneFrom = RecordIdentity.Of(original), Locale = "fr-FR" });

        Assert.Equal(("Copy", "fr-FR", original.Json, original.Type), (copy.Name, copy.Locale, copy.Json, copy.Type));
        Assert.Equal(original.Tags, copy.Tags);
        Assert.Equal(original.Workstreams, copy.Workstreams);
    }

    [Fact]
    public async Task A_content_comes_from_a_file_too()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        using var file = new TemporaryFile(RichMessageExamples.PaymentContent);

        var message = await environment.AddAsync<RichMessage>(
            new NewOcRichMessageCommand { Name = "Pay", Type = RichMessageType.ApplePay, Path = file.Path });

        Assert.Contains("\"currencyCode\":\"EUR\"", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unusual_is_warned_of()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = RichMessageExamples.SignIn();
        command.Content = """{"receivedMessage":"a","replyMessage":"b","colour":"red"}""";

        var pipeline = await environment.SucceedAsync(command);

        Assert.Contains(pipeline.Warnings, warning => warning.Contains("Content.colour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_Apple_takes_nobody_new_is_said_once_per_connection()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var first = await environment.SucceedAsync(RichMessageExamples.SignIn("a"));
        var second = await environment.SucceedAsync(RichMessageExamples.SignIn("b"));

        Assert.Contains("2026-07-17", Assert.Single(first.Warnings), StringComparison.Ordinal);
        Assert.Empty(second.Warnings);
    }

    public static TheoryData<string, SetOcRichMessageCommand, string[], string[]> Settings() => new()
    {
        { "AllowAgentToEdit", new() { AllowAgentToEdit = false }, [], ["msdyn_allowagenttoedit"] },
        { "Draft", new(), ["Draft"], ["statecode", "statuscode"] },
        { "Json", new() { Json = """{"survey":"[]"}""" }, [], ["msdyn_objectjson"] },
        { "Locale", new() { Locale = "sr-latn-cs" }, [], ["msdyn_locale"] },
        { "Name", new() { Name = "Other" }, [], ["msdyn_name"] },
        { "Publish", new(), ["Publish"], [] },
        { "Tag", new() { Tag = [RecordIdentity.Parse("new")] }, [], [] },
        { "Workstream", new() { Workstream = [] }, [], [] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcRichMessageCommand command, string[] switches, string[] columns)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var message = await environment.AddAsync<RichMessage>(NewWithEverything());
        command.Identity = RecordIdentity.Of(message);

        var changed = await environment.ColumnsChangedAsync(
            Table, message.Id, () => environment.SucceedAsync(command, switches: switches));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcRichMessageCommand>().Except(["Content", "Path"]), Settings().Select(
            row => (string)row[0]));

    [Fact]
    public async Task Links_are_replaced_by_those_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var message = await environment.AddAsync<RichMessage>(NewWithEverything());
        var command =
            new SetOcRichMessageCommand { Identity = RecordIdentity.Of(message), Tag = [RecordIdentity.Parse("new")] };

        var pipeline = await environment.SucceedAsync(command, switches: ["PassThru"], cleared: ["Workstream"]);

        var changed = Assert.IsType<RichMessage>(Assert.Single(pipeline.Output));
        Assert.Equal(["new"], changed.Tags.Select(tag => tag.Name));
        Assert.Empty(changed.Workstreams);
    }

    [Fact]
    public async Task Messages_are_found_by_type_and_channel()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddMessageAsync(RichMessageExamples.SignIn());
        await environment.AddMessageAsync(RichMessageExamples.Payment());

        Assert.Equal(
            "Pay", (
                await environment.OneAsync<RichMessage>(
                    new GetOcRichMessageCommand { Type = RichMessageType.ApplePay })).Name);
        Assert.Empty(
            (await environment.SucceedAsync(new GetOcRichMessageCommand { Channel = StreamSource.LiveChat })).Output);
    }

    public static TheoryData<string, NewOcRichMessageCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = null) },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "TypeMissing", With(command => command.Type = null) },
        { "TypeNotAnOption", new() { Name = "a", Type = (RichMessageType)7, Json = "{}" } },
        { "LocaleUnknown", With(command => command.Locale = "tlh") },
        { "ContentMissing", With(command => command.Content = null) },
        { "ContentNotJson", With(command => command.Content = "{") },
        { "ContentFieldNotObject", With(command => command.Content = "[]") },
        { "ContentNotDocumented", With(command => command.Type = RichMessageType.TimePicker) },
        { "ContentNotForChannel", With(command => command.Channel = StreamSource.LiveChat) },
        {
            "ChannelHasNoSuchMessage",
            new() { Name = "a", Type = RichMessageType.ListPicker, Channel = StreamSource.Sms, Json = "{}" }
        },
        { "AllowAgentToEditRefused", With(command => command.AllowAgentToEdit = true) },
        { "JsonNotObject", new() { Name = "a", Type = RichMessageType.Forms, Json = "not JSON" } },
        {
            "JsonTooLong",
            new() { Name = "a", Type = RichMessageType.Forms, Json = $$"""{"a":"{{new string('x', 10000)}}"}""" }
        },
        { "PathNotFound", new() { Name = "a", Type = RichMessageType.ApplePay, Path = "/nowhere/content.json" } },
        { "RecordNotFound", new() { Name = "a", CloneFrom = RecordIdentity.Parse("No such message") } },
        { "RecordNotFound", With(command => command.Workstream = [RecordIdentity.Parse("No such workstream")]) },
        { "NameTooLong", With(command => command.Tag = [RecordIdentity.Parse(new string('t', 101))]) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_message_can_be_is_refused_before_anything_is_written(
        string rule, NewOcRichMessageCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_removed_message_leaves_no_link_behind()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var message = await environment.AddAsync<RichMessage>(NewWithEverything());

        await environment.SucceedAsync(new RemoveOcRichMessageCommand { Identity = RecordIdentity.Of(message) });

        Assert.Empty(environment.Organization.Rows.All(Table));
        Assert.Empty(environment.Organization.Rows.Linked(WorkstreamLinks));
        Assert.Empty(environment.Organization.Rows.Linked(TagLinks));
    }

    private static NewOcRichMessageCommand NewWithEverything() => new()
    {
        Name = "Pick",
        Type = RichMessageType.ListPicker,
        Json = PickerDocument,
        Channel = StreamSource.AppleMessagesForBusiness,
        Locale = "de-DE",
        AllowAgentToEdit = true,
        Tag = [RecordIdentity.Parse("pick")],
        Workstream = [ChannelExamples.WorkstreamByName()],
    };

    private static NewOcRichMessageCommand With(Action<NewOcRichMessageCommand> change)
    {
        var command = RichMessageExamples.SignIn();
        change(command);
        return command;
    }
}
