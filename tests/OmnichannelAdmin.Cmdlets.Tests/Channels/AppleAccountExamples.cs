using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Tests.Authentication;
using OmnichannelAdmin.Cmdlets.Tests.Payments;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

/// <summary>Apple Messages for Business accounts that the tests work with.</summary>
internal static class AppleAccountExamples
{
    public const string Table = "msdyn_ocapplebusinessaccount";
    public const string AccountId = "b15ed773-9eed-11e7-baa2-7b88b04daa8e";

    private const int AppleStreamSource = 192450000;

    /// <summary>The cmdlet that makes an account, with its least parameters.</summary>
    public static NewOcAppleAccountCommand New(string name = "Contoso") => new() { Name = name, AccountId = AccountId };

    /// <summary>An environment with all that an account can use.</summary>
    public static async Task<EnvironmentUnderTest> OpenAsync()
    {
        var environment = await EnvironmentUnderTest.OpenAsync();
        var rows = environment.Organization.Rows;
        rows.Add(
            "msdyn_liveworkstream",
            new() { ["msdyn_name"] = "Apple chats", ["msdyn_streamsource"] = AppleStreamSource });
        rows.Add("msfp_survey", new() { ["msfp_name"] = "Happy?" });
        await environment.AddAppleSettingAsync();
        await environment.AddAsync<PaymentProfile>(PaymentExamples.New());
        return environment;
    }

    /// <summary>The cmdlet that makes an account with all that there is.</summary>
    public static NewOcAppleAccountCommand NewWithEverything() => new()
    {
        Name = "Contoso",
        AccountId = AccountId,
        Workstream = RecordIdentity.Parse("Apple chats"),
        Language = RecordIdentity.Parse("en-US"),
        AuthenticationEnabled = true,
        AuthSetting = RecordIdentity.Parse("Contoso login"),
        AuthSettingV2 = RecordIdentity.Parse("Contoso login"),
        ApplePayEnabled = true,
        PaymentProfile = RecordIdentity.Parse("Contoso shop"),
        CustomerFileAttachments = true,
        AgentFileAttachments = true,
        SurveyEnabled = true,
        Survey = RecordIdentity.Parse("Happy?"),
        SurveyMode = SurveyMode.SendLink,
        SurveyMessage = "How was it?",
        BotSurveyEnabled = true,
        BotSurvey = RecordIdentity.Parse("Happy?"),
        BotSurveyMode = SurveyMode.SendLink,
        BotSurveyMessage = "How was the bot?",
    };
}
