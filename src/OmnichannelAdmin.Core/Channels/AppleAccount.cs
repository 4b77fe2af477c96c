using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// An Apple Messages for Business account, which is at the same time the channel instance: both are one row.
/// </summary>
[Table(
    "msdyn_ocapplebusinessaccount",
    Set = "msdyn_ocapplebusinessaccounts",
    DisplayName = "Apple Messages for Business account",
    Section = "appleAccounts")]
public sealed record AppleAccount : OcRecord, IMessagingChannel
{
    /// <summary>The account's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The account's id in Apple's register, 1 to 100 characters, without <c>urn:biz:</c>.</summary>
    [Text("msdyn_businessid", MaxLength = 100, Required = true)]
    public string? AccountId { get; init; }

    /// <summary>The workstream that the account's conversations go to.</summary>
    [Lookup("msdyn_liveworkstreamid", typeof(Workstream), Navigation = "msdyn_liveworkstreamid")]
    public RecordReference? Workstream { get; init; }

    /// <summary>The language of the channel.</summary>
    [Lookup("msdyn_ocwidgetlanguage", typeof(Language), Navigation = "msdyn_ocwidgetlanguage")]
    public RecordReference? Language { get; init; }

    /// <summary>Whether representatives can ask customers to authenticate.</summary>
    [Flag("msdyn_enableoauth")]
    public bool? AuthenticationEnabled { get; init; }

    /// <summary>How customers authenticate.</summary>
    [Lookup("msdyn_businessauthsettingsid", typeof(AuthSetting), Navigation = "msdyn_BusinessAuthsettingsId")]
    public RecordReference? AuthSetting { get; init; }

    /// <summary>
    /// A second setting, presumably for OpenID Connect. Which of the two counts when both are set is not documented.
    /// </summary>
    [Lookup("msdyn_v2businessauthsettingsid", typeof(AuthSetting), Navigation = "msdyn_v2businessauthsettingsid")]
    public RecordReference? AuthSettingV2 { get; init; }

    /// <summary>Whether representatives can ask for payments.</summary>
    [Flag("msdyn_enableapplepay")]
    public bool? ApplePayEnabled { get; init; }

    /// <summary>How customers pay.</summary>
    [Lookup("msdyn_ocpaymentprofileid", typeof(PaymentProfile), Navigation = "msdyn_ocpaymentprofileid")]
    public RecordReference? PaymentProfile { get; init; }

    /// <summary>Whether customers can attach files.</summary>
    [Flag("msdyn_enablefileattachmentsforcustomers")]
    public bool? CustomerFileAttachments { get; init; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Flag("msdyn_enablefileattachmentsforagents")]
    public bool? AgentFileAttachments { get; init; }

    /// <summary>Whether customers get a survey after a conversation.</summary>
    [Flag("msdyn_postconversationsurveyenable")]
    public bool? SurveyEnabled { get; init; }

    /// <summary>The survey.</summary>
    [Lookup(
        "msdyn_postconversationsurvey", typeof(Survey), Navigation = "msdyn_PostConversationSurvey",
        EnvironmentSpecific = true)]
    public RecordReference? Survey { get; init; }

    /// <summary>How customers get the survey.</summary>
    [Choice("msdyn_postconversationsurveymode")]
    public SurveyMode? SurveyMode { get; init; }

    /// <summary>What is said with the link to the survey, at most 100 characters.</summary>
    [Text("msdyn_postconversationsurveymessagetext", MaxLength = 100)]
    public string? SurveyMessage { get; init; }

    /// <summary>Whether conversations that only a bot took part in have a survey of their own.</summary>
    [Flag("msdyn_postconversationsurveybotsurvey")]
    public bool? BotSurveyEnabled { get; init; }

    /// <summary>The survey after a conversation that only a bot took part in.</summary>
    [Lookup(
        "msdyn_postconversationsurveyseparatebotsurvey",
        typeof(Survey),
        Navigation = "msdyn_PostConversationSurveySeparateBotSurvey",
        EnvironmentSpecific = true)]
    public RecordReference? BotSurvey { get; init; }

    /// <summary>How customers get that survey.</summary>
    [Choice("msdyn_postconversationsurveybotsurveymode")]
    public SurveyMode? BotSurveyMode { get; init; }

    /// <summary>What is said with the link to that survey, at most 200 characters.</summary>
    [Text("msdyn_postconversationsurveybotsurveymessagetext", MaxLength = 200)]
    public string? BotSurveyMessage { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <inheritdoc/>
    public StreamSource StreamSource => StreamSource.AppleMessagesForBusiness;

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related) => AppleAccountRules.CheckRecord(this, related);

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related) =>
        AppleAccountRules.MoveSwitches(values, existing: null);
}
