using System.Text.Json;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.AutomatedMessages;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.AutomatedMessages;

public class AutomatedMessageTests
{
    private const string Table = "msdyn_ocsystemmessage";
    private const string TranslationTable = "msdyn_oclocalizationdata";
    private const string German = "German - Germany";

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await OpenAsync();

        var made = await environment.AddAsync<AutomatedMessage>(NewWithEverything());
        var read = await environment.OneAsync<AutomatedMessage>(
            new GetOcAutomatedMessageCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(
            (
                "Welcome", AutomatedMessageTrigger.AgentAssignedToConversation, "Hello!",
                MessageRecipient.Agent, "For tests"),
            (read.Name, read.Trigger, read.Message, read.Recipient, read.Description));
        Assert.Equal("French - France", read.Language?.Name);
        Assert.Equal("Guten Tag!", read.Translations[German]);
    }

    [Fact]
    public void The_example_with_everything_gives_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(NewWithEverything()));

    [Fact]
    public async Task A_message_is_its_channels_own_in_the_channels_language_and_for_the_customer()
    {
        await using var environment = await OpenAsync();
        var channel = await environment.OneAsync<CustomChannel>(new GetOcCustomChannelCommand());

        var message = await environment.AddAsync<AutomatedMessage>(New());

        var row = environment.Organization.Rows.Find(Table, message.Id)!;
        Assert.Equal(channel.Id.ToString(), row["msdyn_instanceid"]);
        Assert.Equal(192350002, row["msdyn_streamsource"]);
        Assert.Equal(192350001, row["msdyn_messagereceiver"]);
        Assert.Equal(2, row["msdyn_messagetype"]);
        Assert.Equal(channel.Language, message.Language);
    }

    [Fact]
    public async Task A_translation_names_the_row_and_column_that_it_stands_in_for()
    {
        await using var environment = await OpenAsync();

        var message = await environment.AddAsync<AutomatedMessage>(NewWithEverything());

        var row = Assert.Single(environment.Organization.Rows.All(TranslationTable));
        Assert.Equal("msdyn_ocsystemmessage", row["msdyn_entityname"]);
        Assert.Equal("msdyn_messagetext", row["msdyn_entitycolumnname"]);
        Assert.Equal(message.Id.ToString(), row["msdyn_entityrecordid"]);
        Assert.Equal(1031, row["msdyn_languagecode"]);
    }

    public static TheoryData<string, SetOcAutomatedMessageCommand, string[]> Settings() => new()
    {
        { "Description", new() { Description = "Other" }, ["msdyn_messagedescription"] },
        { "Language", new() { Language = RecordIdentity.Parse("es-ES") }, ["msdyn_defaultlanguage"] },
        { "Message", new() { Message = "Hi!" }, ["msdyn_messagetext"] },
        { "Name", new() { Name = "Other" }, ["msdyn_name"] },
        { "Recipient", new() { Recipient = MessageRecipient.Customer }, ["msdyn_messagereceiver"] },
        { "Translation", new() { Translation = Texts("it-IT", "Ciao!") }, [] },
        { "Trigger", new() { Trigger = AutomatedMessageTrigger.Greeting }, ["msdyn_systemmessageeventtype"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcAutomatedMessageCommand command, string[] columns)
    {
        await using var environment = await OpenAsync();
        var message = await environment.AddAsync<AutomatedMessage>(NewWithEverything());
        command.Identity = RecordIdentity.Of(message);

        var changed = await environment.ColumnsChangedAsync(Table, message.Id, () => environment.SucceedAsync(command));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcAutomatedMessageCommand>(), Settings().Select(row => (string)row[0]));

    [Fact]
    public async Task Translations_that_are_not_named_keep_their_text()
    {
        await using var environment = await OpenAsync();
        var message = await environment.AddAsync<AutomatedMessage>(NewWithEverything());

        Assert.Equal(
            [(German, "Guten Tag!"), ("Italian - Italy", "Ciao!")],
            await TranslateAsync(environment, message, "it-IT", "Ciao!"));
        Assert.Equal(
            [(German, "Moin!"), ("Italian - Italy", "Ciao!")],
            await TranslateAsync(environment, message, "de-DE", "Moin!"));
        Assert.Equal([("Italian - Italy", "Ciao!")], await TranslateAsync(environment, message, "de-DE", ""));
    }

    public static TheoryData<string, NewOcAutomatedMessageCommand> BadInputs() => new()
    {
        { "RecordNotFound", With(command => command.Channel = RecordIdentity.Parse("No such channel")) },
        { "TriggerNotAnOption", With(command => command.Trigger = (AutomatedMessageTrigger)1) },
        { "MessageMissing", With(command => command.Message = "") },
        { "MessageTooLong", With(command => command.Message = new string('m', 2001)) },
        { "RecipientNotAnOption", With(command => command.Recipient = (MessageRecipient)1) },
        { "RecordNotFound", With(command => command.Language = RecordIdentity.Parse("tlh")) },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "DescriptionTooLong", With(command => command.Description = new string('d', 2001)) },
        { "TranslationTooLong", With(command => command.Translation = Texts("de-DE", new string('t', 1001))) },
        { "TranslationMissing", With(command => command.Translation = Texts("de-DE", "")) },
        { "RecordNotFound", With(command => command.Translation = Texts("tlh", "nuqneH")) },
        { "TranslationGivenTwice", With(command => command.Translation = Texts("de-DE", "a", German, "b")) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_message_can_be_is_refused_before_anything_is_written(
        string rule, NewOcAutomatedMessageCommand command)
    {
        await using var environment = await OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_channel_without_a_language_needs_one_to_be_named()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        Assert.Equal("LanguageMissing", await environment.RefusedAsync(New()));
    }

    [Fact]
    public async Task A_second_run_with_IfNotExists_makes_no_second_message()
    {
        await using var environment = await OpenAsync();
        await environment.AddAsync<AutomatedMessage>(NewWithEverything());

        var pipeline = await environment.SucceedAsync(
            NewWithEverything(), switches: [nameof(NewOcAutomatedMessageCommand.IfNotExists)]);
        await environment.SucceedAsync(New(), switches: [nameof(NewOcAutomatedMessageCommand.IfNotExists)]);

        Assert.Equal(2, environment.Organization.Rows.Count(Table));
        Assert.NotEmpty(Assert.IsType<AutomatedMessage>(Assert.Single(pipeline.Output)).Translations);
    }

    [Fact]
    public async Task Messages_are_found_by_their_channel_and_trigger()
    {
        await using var environment = await OpenAsync();
        await environment.AddChannelAsync("Other");
        environment.Organization.Rows.Add(
            Table, new() { ["msdyn_name"] = "For all", ["msdyn_systemmessageeventtype"] = 192350017 });
        await environment.AddAsync<AutomatedMessage>(NewWithEverything());
        var channel = RecordIdentity.Parse("Contoso web");

        Assert.Equal(2, await CountAsync(environment, new()));
        Assert.Equal(1, await CountAsync(environment, new() { Channel = channel }));
        Assert.Equal(0, await CountAsync(environment, new() { Channel = RecordIdentity.Parse("Other") }));
        Assert.Equal(
            0, await CountAsync(environment, new() { Channel = channel, Trigger = AutomatedMessageTrigger.Greeting }));
    }

    [Fact]
    public async Task A_removed_message_takes_its_translations_along()
    {
        await using var environment = await OpenAsync();
        var message = await environment.AddAsync<AutomatedMessage>(NewWithEverything());

        await environment.SucceedAsync(new RemoveOcAutomatedMessageCommand { Identity = RecordIdentity.Of(message) });

        Assert.Empty(environment.Organization.Rows.All(Table));
        Assert.Empty(environment.Organization.Rows.All(TranslationTable));
    }

    private static async Task<EnvironmentUnderTest> OpenAsync()
    {
        var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = ChannelExamples.New();
        channel.Language = RecordIdentity.Parse("en-US");
        await environment.AddAsync<CustomChannel>(channel);
        return environment;
    }

    private static async Task<int> CountAsync(EnvironmentUnderTest environment, GetOcAutomatedMessageCommand command) =>
        (await environment.SucceedAsync(command)).Output.Count;

    private static async Task<(string, string)[]> TranslateAsync(
        EnvironmentUnderTest environment, AutomatedMessage message, string language, string text)
    {
        await environment.SucceedAsync(
            new SetOcAutomatedMessageCommand
            {
                Identity = RecordIdentity.Of(message),
                Translation = Texts(language, text),
            });
        var read = await environment.OneAsync<AutomatedMessage>(
            new GetOcAutomatedMessageCommand { Identity = [RecordIdentity.Of(message.Id)] });
        return [.. read.Translations.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    private static TextMap Texts(params string[] pairs) =>
        new(pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));

    private static NewOcAutomatedMessageCommand New() => new()
    {
        Channel = RecordIdentity.Parse("Contoso web"),
        Trigger = AutomatedMessageTrigger.AgentAssignedToConversation,
        Message = "Hello!",
    };

    private static NewOcAutomatedMessageCommand NewWithEverything() => With(command =>
    {
        command.Recipient = MessageRecipient.Agent;
        command.Language = RecordIdentity.Parse("fr-FR");
        command.Translation = Texts("de-DE", "Guten Tag!");
        command.Name = "Welcome";
        command.Description = "For tests";
    });

    private static NewOcAutomatedMessageCommand With(Action<NewOcAutomatedMessageCommand> change)
    {
        var command = New();
        change(command);
        return command;
    }
}
