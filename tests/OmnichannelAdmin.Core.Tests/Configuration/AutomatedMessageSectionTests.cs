using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class AutomatedMessageSectionTests
{
    private const string Contoso = """
        {
          "appleAccounts": [ { "name": "Contoso", "accountId": "1234abcd-0000-4000-8000-123456789abc", "language": "en-US" } ],
          "automatedMessages": [
            { "streamSource": "AppleMessagesForBusiness", "channel": "Contoso", "trigger": "Greeting", "recipient": "Customer",
              "message": "Hello from Apple!" },
            { "streamSource": "Custom", "channel": "Contoso", "trigger": "Greeting", "recipient": "Customer", "message": "Hello!" },
            { "streamSource": "Custom", "trigger": "Greeting", "recipient": "Customer", "message": "Hi!", "language": "en-US" }
          ],
          "customChannels": [ { "name": "Contoso", "kind": "DirectLine", "language": "de-DE" } ],
          "messageTranslations": [
            { "message": { "streamSource": "Custom", "channel": "Contoso", "trigger": "Greeting", "recipient": "Customer" },
              "language": "ja-JP", "text": "こんにちは" }
          ]
        }
        """;

    [Fact]
    public async Task A_message_is_for_the_channel_of_the_kind_that_streamSource_tells()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        await environment.ApplyAsync(Contoso);

        var custom = await environment.FindAsync<CustomChannel>("Contoso");
        var apple = await environment.FindAsync<AppleAccount>("Contoso");
        var messages = await environment.ReadAsync<AutomatedMessage>();
        Assert.Equal("Hello!", messages.Single(message => message.ChannelId == custom.Id.ToString()).Message);
        Assert.Equal("Hello from Apple!", messages.Single(message => message.ChannelId == apple.Id.ToString()).Message);
        Assert.False((await environment.PlanAsync(Contoso)).HasChanges);
    }

    [Fact]
    public async Task What_the_cmdlet_fills_in_is_filled_in_for_a_document_too()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        await environment.ApplyAsync(Contoso);

        var message = (await environment.ReadAsync<AutomatedMessage>()).Single(message => message.Message == "Hello!");
        Assert.Equal(("Greeting of Contoso", AutomatedMessageType.AutomatedMessage), (message.Name, message.Type));
        Assert.Equal((await environment.FindAsync<Language>("de-DE")).Id, message.Language!.Id);
    }

    [Fact]
    public async Task A_translation_says_of_which_message_it_is_in_all_columns_that_say_so()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        await environment.ApplyAsync(Contoso);

        var translation = Assert.Single(await environment.ReadAsync<MessageTranslation>());
        Assert.Equal(
            ("msdyn_ocsystemmessage", "msdyn_messagetext", translation.Message!.Id.ToString(), 1041),
            (
                translation.EntityName, translation.EntityColumnName,
                translation.EntityRecordId, translation.LanguageCode));
    }

    [Fact]
    public async Task A_changed_translation_is_found_and_one_that_is_not_mentioned_goes_with_Prune()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        var changed = await environment.PlanAsync(Contoso.Replace("こんにちは", "やあ", StringComparison.Ordinal));
        var pruned = await environment.PlanAsync("""{ "messageTranslations": [] }""", prune: true);

        Assert.Equal(
            "text: \"こんにちは\" → \"やあ\"", Assert.Single(changed.Changes.SelectMany(change => change.Fields)).ToString());
        Assert.Equal(
            "Delete messageTranslations 'Custom / Greeting / Customer / Contoso / ja-JP'",
            Assert.Single(pruned.Changes).ToString());
    }

    [Fact]
    public async Task What_belongs_to_a_channel_goes_with_it_although_the_document_does_not_mention_its_section()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        var plan = await environment.PlanAsync("""{ "customChannels": [] }""", prune: true);
        await environment.ApplyAsync(plan);

        Assert.Equal(
            [
                "Delete messageTranslations 'Custom / Greeting / Customer / Contoso / ja-JP'",
                "Delete automatedMessages 'Custom / Greeting / Customer / Contoso'",
                "Delete customChannels 'Contoso'",
            ],
            plan.Changes.Select(change => change.ToString()));
        Assert.Equal(2, (await environment.ReadAsync<AutomatedMessage>()).Count);
    }

    [Fact]
    public async Task A_saved_plan_names_the_channel_of_a_message_as_well()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();

        await environment.ApplyAsync(ConfigurationPlan.Parse(saved));

        Assert.Equal(saved, ConfigurationPlan.Parse(saved).ToJson());
        Assert.False((await environment.PlanAsync(Contoso)).HasChanges);
    }

    [Fact]
    public async Task Messages_of_channels_that_this_module_does_not_know_are_left_alone()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        environment.AddMessage(streamSource: 192360000, channel: Guid.NewGuid().ToString());

        Assert.DoesNotContain(
            "automatedMessages\": [\n    {", (await environment.ExportAsync()).ToJson(), StringComparison.Ordinal);
        Assert.False((await environment.PlanAsync("""{ "automatedMessages": [] }""", prune: true)).HasChanges);
    }

    [Fact]
    public async Task A_message_of_a_channel_that_is_gone_stops_an_export()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        environment.AddMessage(streamSource: 192350002, channel: Guid.NewGuid().ToString());

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(environment.ExportAsync);

        Assert.Contains("points at a row that cannot be seen", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_is_only_named_where_its_kind_is_known()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => ConfiguredEnvironment.Parse("""
            { "automatedMessages": [ { "streamSource": "LiveChat", "trigger": "Greeting", "channel": "Web" } ] }
            """));

        Assert.Contains("it names a row only where streamSource is Custom", refusal.Message, StringComparison.Ordinal);
    }
}
