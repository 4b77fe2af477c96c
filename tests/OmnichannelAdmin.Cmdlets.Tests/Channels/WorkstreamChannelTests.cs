using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Tests.Workstreams;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class WorkstreamChannelTests
{
    private const string Survey = "Contoso survey";
    private const string Apple = "Contoso on Apple";
    private const string AppleTable = "msdyn_ocapplebusinessaccount";
    private const string AppleWorkstream = "Apple messages";
    private const string Setting = "Contoso sign-in";
    private const string ChatSetting = "Chat sign-in";

    [Fact]
    public async Task A_channel_is_set_up_with_everything_in_one_change_set()
    {
        await using var environment = await OpenAsync();

        var pipeline = await environment.SucceedAsync(AddWithEverything(), switches: ["PassThru"]);

        Assert.Single(environment.Writes);
        var shown = Assert.IsType<WorkstreamChannel>(Assert.Single(pipeline.Output));
        Assert.Equal(
            ("Contoso web", "Messaging workstream", "German - Germany", Survey),
            (shown.Name, shown.Workstream?.Name, shown.Language?.Name, shown.Survey?.Name));
        Assert.True(shown.CustomerFileAttachments);
        Assert.True(shown.AgentFileAttachments);
        Assert.Equal(
            [AutomatedMessageTrigger.AgentAssignedToConversation, AutomatedMessageTrigger.Greeting],
            shown.AutomatedMessages.Select(message => message.Trigger!.Value));
        Assert.All(shown.AutomatedMessages, message => Assert.Equal("German - Germany", message.Language?.Name));
    }

    [Fact]
    public async Task A_survey_is_switched_on_and_sent_as_a_link()
    {
        await using var environment = await OpenAsync();

        await environment.SucceedAsync(AddWithEverything());

        var channel = await ChannelOfAsync(environment, ChannelExamples.Workstream);
        var row = environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!;
        Assert.Equal(true, row["msdyn_postconversationsurveyenable"]);
        Assert.Equal(192350001, row["msdyn_postconversationsurveymode"]);
        Assert.Equal("How was it?", row["msdyn_postconversationsurveymessagetext"]);
        Assert.Equal(true, row["msdyn_postconversationsurveybotsurvey"]);
        Assert.Equal(192350001, row["msdyn_postconversationsurveybotsurveymode"]);
    }

    [Fact]
    public async Task WhatIf_says_what_the_summary_page_would_and_writes_nothing()
    {
        await using var environment = await OpenAsync();

        var pipeline = await environment.RunAsync(AddWithEverything(), agrees: false);

        Assert.Empty(environment.Writes);
        var summary = Assert.Single(pipeline.Actions);
        Assert.Contains("Change custom messaging channel 'Contoso web'", summary);
        Assert.Contains("Workstream: (none) → Messaging workstream", summary);
        Assert.Contains("Create automated message", summary);
    }

    public static TheoryData<string, AddOcWorkstreamChannelCommand> BadInputs() => new()
    {
        { "RecordNotFound", With(command => command.Workstream = RecordIdentity.Parse("No such workstream")) },
        { "RecordNotFound", With(command => command.Channel = RecordIdentity.Parse("No such channel")) },
        { "StreamSourceMismatch", With(command => command.Workstream = RecordIdentity.Parse("Live chats")) },
        { "LanguageMissing", With(command => command.Language = null) },
        { "RecordNotFound", With(command => command.Language = RecordIdentity.Parse("tlh")) },
        { "RecordNotFound", With(command => command.Survey = RecordIdentity.Parse("No such survey")) },
        { "SurveyMissing", With(command => command.SurveyMessage = "How was it?") },
        { "SurveyMissing", With(command => command.BotSurveyMessage = "How was the bot?") },
        { "SurveyMessageTooLong", With(LongSurveyMessage) },
        { "ChannelHasNone", With(command => command.AuthSetting = RecordIdentity.Parse(Setting)) },
        { "ChannelHasNone", With(command => command.PaymentProfile = RecordIdentity.Parse("Any")) },
        { "StreamSourceMismatch", With(command => command.Channel = RecordIdentity.Parse(Apple)) },
        { "AuthSettingOfOtherChannel", With(SettingOfChat) },
        { "ChannelOfBothKinds", With(command => command.Channel = RecordIdentity.Parse("Namesake")) },
        { "TriggerUnknown", With(command => command.AutomatedMessage = Texts("Sneezed", "Bless you")) },
        { "TriggerUnknown", With(command => command.AutomatedMessage = Texts("1", "Bless you")) },
        { "MessageMissing", With(command => command.AutomatedMessage = Texts("Greeting", "")) },
        { "MessageTooLong", With(command => command.AutomatedMessage = Texts("Greeting", new string('m', 2001))) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_does_not_fit_is_refused_before_anything_is_written(
        string rule, AddOcWorkstreamChannelCommand command)
    {
        await using var environment = await OpenAsync();

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task A_channel_of_another_workstream_is_moved_only_by_force()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(Add());
        await environment.AddWorkstreamAsync("Other");
        var command = With(command => command.Workstream = RecordIdentity.Parse("Other"));

        Assert.Equal("ChannelInUse", await environment.RefusedAsync(command));
        await environment.SucceedAsync(command, switches: [nameof(command.Force)]);

        Assert.Equal("Contoso web", (await ChannelOfAsync(environment, "Other")).Name);
    }

    [Fact]
    public async Task An_Apple_account_is_set_up_with_its_authentication_switched_on()
    {
        await using var environment = await OpenAsync();
        var command = With(command =>
        {
            command.Workstream = RecordIdentity.Parse(AppleWorkstream);
            command.Channel = RecordIdentity.Parse(Apple);
            command.AuthSetting = RecordIdentity.Parse(Setting);
        });
        var account = environment.Organization.Rows.All(AppleTable).Single(row => (string?)row["msdyn_name"] == Apple);

        var changed = await environment.ColumnsChangedAsync(
            AppleTable, account.Id, () => environment.SucceedAsync(command));
        var shown = await ChannelOfAsync(environment, AppleWorkstream);

        Assert.Equal(
            ["msdyn_businessauthsettingsid", "msdyn_enableoauth", "msdyn_liveworkstreamid", "msdyn_ocwidgetlanguage"],
            changed);
        Assert.Equal((Apple, Setting), (shown.Name, shown.AuthSetting?.Name));
    }

    [Fact]
    public async Task Removing_a_workstream_detaches_its_Apple_accounts_and_says_so()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(With(command =>
        {
            command.Workstream = RecordIdentity.Parse(AppleWorkstream);
            command.Channel = RecordIdentity.Parse(Apple);
        }));

        var pipeline = await environment.SucceedAsync(
            new RemoveOcWorkstreamCommand { Identity = RecordIdentity.Parse(AppleWorkstream) });

        Assert.Contains($"'{Apple}' are detached", Assert.Single(pipeline.Actions));
        Assert.Equal(2, environment.Organization.Rows.Count(AppleTable));
    }

    [Fact]
    public async Task Setting_up_once_more_changes_what_is_given_alone()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(Add());
        var channel = await ChannelOfAsync(environment, ChannelExamples.Workstream);
        var again = With(command => command.CustomerFileAttachments = true);
        again.Language = null;

        var changed = await environment.ColumnsChangedAsync(
            ChannelExamples.Table, channel.Id, () => environment.SucceedAsync(again));
        again.CustomerFileAttachments = null;

        Assert.Equal(["msdyn_enablefileattachmentsforcustomers"], changed);
        Assert.Equal("NothingToChange", await environment.RefusedAsync(again));
    }

    [Fact]
    public async Task A_legacy_workstream_is_warned_of()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(
            new NewOcWorkstreamCommand
            {
                Name = "Old",
                StreamSource = StreamSource.Custom,
                Mode = WorkstreamMode.Legacy,
            });

        var pipeline = await environment.SucceedAsync(
            With(command => command.Workstream = RecordIdentity.Parse("Old")));

        Assert.Contains("'Old'", Assert.Single(pipeline.Warnings));
    }

    [Fact]
    public async Task A_workstreams_channels_are_found_by_name()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(Add());
        await environment.AddChannelAsync("Not attached");
        var workstream = ChannelExamples.WorkstreamByName();

        Assert.Single(
            (await environment.SucceedAsync(new GetOcWorkstreamChannelCommand { Workstream = workstream })).Output);
        Assert.Empty(
            (await environment.SucceedAsync(new GetOcWorkstreamChannelCommand { Workstream = workstream, Name = "Not*" })).Output);
    }

    [Fact]
    public async Task A_detached_channel_loses_its_workstream_alone()
    {
        await using var environment = await OpenAsync();
        await environment.SucceedAsync(AddWithEverything());
        var channel = await ChannelOfAsync(environment, ChannelExamples.Workstream);

        var changed = await environment.ColumnsChangedAsync(
            ChannelExamples.Table, channel.Id, () => environment.SucceedAsync(
            new RemoveOcWorkstreamChannelCommand { Channel = RecordIdentity.Of(channel.Id) }));

        Assert.Equal(["msdyn_liveworkstreamid"], changed);
        Assert.Equal(2, environment.Organization.Rows.Count("msdyn_ocsystemmessage"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_channel_that_is_not_attached_there_cannot_be_detached(bool elsewhere)
    {
        await using var environment = await OpenAsync();
        await environment.AddWorkstreamAsync("Other");
        if (elsewhere)
            await environment.SucceedAsync(Add());

        var rule = await environment.RefusedAsync(new RemoveOcWorkstreamChannelCommand
        {
            Channel = RecordIdentity.Parse("Contoso web"),
            Workstream = elsewhere ? RecordIdentity.Parse("Other") : null,
        });

        Assert.Equal("ChannelNotAttached", rule);
    }

    private static async Task<EnvironmentUnderTest> OpenAsync()
    {
        var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add("msfp_survey", new() { ["msfp_name"] = Survey });
        environment.Organization.Rows.Add(
            "msdyn_liveworkstream",
            new() { ["msdyn_name"] = "Live chats", ["msdyn_streamsource"] = (int)StreamSource.LiveChat });
        environment.Organization.Rows.Add("msdyn_liveworkstream", new()
        {
            ["msdyn_name"] = AppleWorkstream,
            ["msdyn_streamsource"] = (int)StreamSource.AppleMessagesForBusiness,
        });
        environment.Organization.Rows.Add("msdyn_authenticationsettings", new()
        {
            ["msdyn_name"] = Setting,
            ["msdyn_ocauthchanneltype"] = (int)AuthChannelType.AppleMessagesForBusiness,
        });
        environment.Organization.Rows.Add("msdyn_authenticationsettings", new() { ["msdyn_name"] = ChatSetting });
        foreach (var name in new[] { Apple, "Namesake" })
            environment.Organization.Rows.Add(AppleTable, new() { ["msdyn_name"] = name, ["msdyn_businessid"] = name });

        await environment.AddChannelAsync("Namesake");
        await environment.AddChannelAsync();
        return environment;
    }

    private static Task<WorkstreamChannel> ChannelOfAsync(EnvironmentUnderTest environment, string workstream) =>
        environment.OneAsync<WorkstreamChannel>(
            new GetOcWorkstreamChannelCommand { Workstream = RecordIdentity.Parse(workstream) });

    private static TextMap Texts(string trigger, string text) =>
        new(new Dictionary<string, string> { [trigger] = text });

    private static AddOcWorkstreamChannelCommand Add() => new()
    {
        Workstream = ChannelExamples.WorkstreamByName(),
        Channel = RecordIdentity.Parse("Contoso web"),
        Language = RecordIdentity.Parse("de-DE"),
    };

    private static AddOcWorkstreamChannelCommand AddWithEverything() => With(command =>
    {
        command.Survey = RecordIdentity.Parse(Survey);
        command.SurveyMessage = "How was it?";
        command.BotSurvey = RecordIdentity.Parse(Survey);
        command.BotSurveyMessage = "How was the bot?";
        command.CustomerFileAttachments = true;
        command.AgentFileAttachments = true;
        command.AutomatedMessage = new TextMap(new Dictionary<string, string>
        {
            ["greeting"] = "Guten Tag!",
            ["AgentAssignedToConversation"] = "{AgentName} ist da.",
        });
    });

    private static void SettingOfChat(AddOcWorkstreamChannelCommand command)
    {
        command.Workstream = RecordIdentity.Parse(AppleWorkstream);
        command.Channel = RecordIdentity.Parse(Apple);
        command.AuthSetting = RecordIdentity.Parse(ChatSetting);
    }

    private static void LongSurveyMessage(AddOcWorkstreamChannelCommand command)
    {
        command.Survey = RecordIdentity.Parse(Survey);
        command.SurveyMessage = new string('s', 201);
    }

    private static AddOcWorkstreamChannelCommand With(Action<AddOcWorkstreamChannelCommand> change)
    {
        var command = Add();
        change(command);
        return command;
    }
}
