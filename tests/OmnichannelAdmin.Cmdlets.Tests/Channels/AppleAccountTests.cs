using System.Text.Json;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Tests.Authentication;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class AppleAccountTests
{
    private const string Table = AppleAccountExamples.Table;

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();

        var made = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        var read = await environment.OneAsync<AppleAccount>(
            new GetOcAppleAccountCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal(("Contoso", AppleAccountExamples.AccountId), (read.Name, read.AccountId));
        Assert.Equal(
            ("Apple chats", "Contoso login", "Contoso shop"),
            (read.Workstream?.Name, read.AuthSetting?.Name, read.PaymentProfile?.Name));
    }

    [Fact]
    public void The_example_with_everything_gives_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(AppleAccountExamples.NewWithEverything()));

    [Fact]
    public async Task What_is_named_is_switched_on()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var command = AppleAccountExamples.New();
        command.AuthSetting = RecordIdentity.Parse("Contoso login");
        command.PaymentProfile = RecordIdentity.Parse("Contoso shop");
        command.Survey = RecordIdentity.Parse("Happy?");

        var account = await environment.AddAsync<AppleAccount>(command);

        Assert.Equal(
            (true, true, true), (account.AuthenticationEnabled, account.ApplePayEnabled, account.SurveyEnabled));
        Assert.Equal(SurveyMode.SendLink, account.SurveyMode);
    }

    [Fact]
    public async Task A_switch_may_be_on_before_there_is_what_it_switches()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = AppleAccountExamples.New();
        command.ApplePayEnabled = true;

        Assert.True((await environment.AddAsync<AppleAccount>(command)).ApplePayEnabled);
    }

    [Theory]
    [InlineData("urn:biz:b15ed773-9eed-11e7-baa2-7b88b04daa8e")]
    [InlineData(" URN:BIZ:b15ed773-9eed-11e7-baa2-7b88b04daa8e ")]
    public async Task What_Apple_puts_before_an_id_is_taken_off(string id)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = AppleAccountExamples.New();
        command.AccountId = id;

        Assert.Equal(AppleAccountExamples.AccountId, (await environment.AddAsync<AppleAccount>(command)).AccountId);
    }

    [Fact]
    public async Task An_id_of_another_form_is_warned_of_and_taken()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = AppleAccountExamples.New();
        command.AccountId = "contoso-1";

        var pipeline = await environment.SucceedAsync(command);

        Assert.Contains(
            pipeline.Warnings, warning => warning.Contains("'contoso-1' is not a GUID", StringComparison.Ordinal));
        Assert.Single(pipeline.Output);
    }

    public static TheoryData<string, SetOcAppleAccountCommand, string[]> Settings() => new()
    {
        { "AccountId", new() { AccountId = "a884eddf-0000-4000-8000-000000000001" }, ["msdyn_businessid"] },
        { "AgentFileAttachments", new() { AgentFileAttachments = false }, ["msdyn_enablefileattachmentsforagents"] },
        { "ApplePayEnabled", new() { ApplePayEnabled = false }, ["msdyn_enableapplepay"] },
        {
            "AuthSetting", new() { AuthSetting = RecordIdentity.Parse("Other login") }, ["msdyn_businessauthsettingsid"]
        },
        {
            "AuthSettingV2", new() { AuthSettingV2 = RecordIdentity.Parse("Other login") },
            ["msdyn_v2businessauthsettingsid"]
        },
        { "AuthenticationEnabled", new() { AuthenticationEnabled = false }, ["msdyn_enableoauth"] },
        {
            "BotSurvey", new() { BotSurvey = RecordIdentity.Parse("Other survey") },
            ["msdyn_postconversationsurveyseparatebotsurvey"]
        },
        { "BotSurveyEnabled", new() { BotSurveyEnabled = false }, ["msdyn_postconversationsurveybotsurvey"] },
        { "BotSurveyMessage", new() { BotSurveyMessage = "?" }, ["msdyn_postconversationsurveybotsurveymessagetext"] },
        { "BotSurveyMode", new() { BotSurveyMode = SurveyMode.SendLink }, [] },
        {
            "CustomerFileAttachments", new() { CustomerFileAttachments = false },
            ["msdyn_enablefileattachmentsforcustomers"]
        },
        { "Language", new() { Language = RecordIdentity.Parse("de-DE") }, ["msdyn_ocwidgetlanguage"] },
        { "Name", new() { Name = "Other" }, ["msdyn_name"] },
        { "PaymentProfile", new() { PaymentProfile = RecordIdentity.Parse("Contoso shop") }, [] },
        { "Survey", new() { Survey = RecordIdentity.Parse("Other survey") }, ["msdyn_postconversationsurvey"] },
        { "SurveyEnabled", new() { SurveyEnabled = false }, ["msdyn_postconversationsurveyenable"] },
        { "SurveyMessage", new() { SurveyMessage = "?" }, ["msdyn_postconversationsurveymessagetext"] },
        { "SurveyMode", new() { SurveyMode = SurveyMode.SendLink }, [] },
        { "Workstream", new() { Workstream = RecordIdentity.Parse("Other chats") }, ["msdyn_liveworkstreamid"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_alone(
        string parameter, SetOcAppleAccountCommand command, string[] columns)
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var account = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await environment.AddAsync<AuthSetting>(AuthSettingExamples.Apple("Other login"));
        environment.Organization.Rows.Add("msfp_survey", new() { ["msfp_name"] = "Other survey" });
        environment.Organization.Rows.Add(
            "msdyn_liveworkstream", new() { ["msdyn_name"] = "Other chats", ["msdyn_streamsource"] = 192450000 });
        command.Identity = RecordIdentity.Of(account);

        var changed = await environment.ColumnsChangedAsync(Table, account.Id, () => environment.SucceedAsync(command));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcAppleAccountCommand>().Order(StringComparer.Ordinal),
        Settings().Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    public static TheoryData<string, string[], string[]> Switched() => new()
    {
        { "PaymentProfile", ["PaymentProfile"], ["msdyn_enableapplepay", "msdyn_ocpaymentprofileid"] },
        { "Survey", ["Survey"], ["msdyn_postconversationsurvey", "msdyn_postconversationsurveyenable"] },
        {
            "BotSurvey", ["BotSurvey"],
            ["msdyn_postconversationsurveybotsurvey", "msdyn_postconversationsurveyseparatebotsurvey"]
        },
        { "one of two settings", ["AuthSetting"], ["msdyn_businessauthsettingsid"] },
        {
            "both settings", ["AuthSetting", "AuthSettingV2"],
            ["msdyn_businessauthsettingsid", "msdyn_enableoauth", "msdyn_v2businessauthsettingsid"]
        },
    };

    [Theory]
    [MemberData(nameof(Switched))]
    public async Task What_is_cleared_is_switched_off(string what, string[] cleared, string[] columns)
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var account = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        var command = new SetOcAppleAccountCommand { Identity = RecordIdentity.Of(account) };

        var changed = await environment.ColumnsChangedAsync(
            Table, account.Id, () => environment.SucceedAsync(command, cleared: cleared));

        Assert.True(columns.SequenceEqual(changed), $"Clearing {what} changed {string.Join(", ", changed)}.");
    }

    public static TheoryData<string, NewOcAppleAccountCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = "") },
        { "NameTooLong", With(command => command.Name = new string('n', 101)) },
        { "AccountIdMissing", With(command => command.AccountId = "urn:biz:") },
        { "AccountIdTooLong", With(command => command.AccountId = new string('1', 101)) },
        { "SurveyModeNotForApple", With(command => command.SurveyMode = SurveyMode.InsertInConversation) },
        { "BotSurveyModeNotForApple", With(command => command.BotSurveyMode = SurveyMode.InsertInConversation) },
        { "SurveyMessageTooLong", With(command => command.SurveyMessage = new string('m', 101)) },
        { "BotSurveyMessageTooLong", With(command => command.BotSurveyMessage = new string('m', 201)) },
        { "WorkstreamOfOtherChannel", With(command => command.Workstream = ChannelExamples.WorkstreamByName()) },
        { "AuthSettingOfOtherChannel", With(command => command.AuthSetting = RecordIdentity.Parse("Contoso chat")) },
        {
            "AuthSettingV2OfOtherChannel", With(command => command.AuthSettingV2 = RecordIdentity.Parse("Contoso chat"))
        },
        { "RecordNotFound", With(command => command.PaymentProfile = RecordIdentity.Parse("No such profile")) },
        { "RecordNotFound", With(command => command.Language = RecordIdentity.Parse("tlh")) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task What_no_account_can_be_is_refused_before_anything_is_written(
        string rule, NewOcAppleAccountCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<AuthSetting>(AuthSettingExamples.Chat());

        Assert.Equal(rule, await environment.RefusedAsync(command));
    }

    [Fact]
    public async Task Accounts_are_found_by_their_workstream()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.New("Without"));

        var account = await environment.OneAsync<AppleAccount>(
            new GetOcAppleAccountCommand { Workstream = RecordIdentity.Parse("Apple chats") });

        Assert.Equal("Contoso", account.Name);
    }

    [Fact]
    public async Task A_removed_account_takes_its_automated_messages_along()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var account = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await environment.SucceedAsync(new AddOcWorkstreamChannelCommand
        {
            Workstream = RecordIdentity.Parse("Apple chats"),
            Channel = RecordIdentity.Of(account),
            AutomatedMessage = new(new Dictionary<string, string> { ["AgentAssignedToConversation"] = "Hello" }),
        });

        await environment.SucceedAsync(new RemoveOcAppleAccountCommand { Identity = RecordIdentity.Of(account.Id) });

        Assert.Equal(0, environment.Organization.Rows.Count(Table));
        Assert.Equal(0, environment.Organization.Rows.Count("msdyn_ocsystemmessage"));
    }

    [Fact]
    public async Task The_question_before_a_removal_names_the_workstream()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var account = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());

        var pipeline = await environment.RunAsync(
            new RemoveOcAppleAccountCommand { Identity = RecordIdentity.Of(account) }, agrees: false);

        Assert.Contains("Workstream 'Apple chats' uses it", Assert.Single(pipeline.Actions), StringComparison.Ordinal);
        Assert.Empty(environment.Writes);
    }

    private static NewOcAppleAccountCommand With(Action<NewOcAppleAccountCommand> change)
    {
        var command = AppleAccountExamples.New();
        change(command);
        return command;
    }
}
