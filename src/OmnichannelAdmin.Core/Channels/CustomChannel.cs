using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>A custom messaging channel.</summary>
[Table(
    "msdyn_occustommessagingchannel",
    Set = "msdyn_occustommessagingchannels",
    DisplayName = "custom messaging channel",
    Section = "customChannels")]
public record CustomChannel : OcRecord, IMessagingChannel
{
    private static readonly string[] MessagingApiOnly = [nameof(AppId), nameof(TenantId), nameof(WebhookUrl)];

    /// <summary>The channel's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>What carries the channel.</summary>
    [Choice("msdyn_occustomchannelid")]
    public CustomChannelKind? Kind { get; init; }

    /// <summary>The application (client) id of the app registration that may use the channel.</summary>
    [Text("msdyn_appid", MaxLength = 100, Format = TextFormat.GuidText)]
    public string? AppId { get; init; }

    /// <summary>The tenant (directory) id of that app registration.</summary>
    [Text("msdyn_tenantid", MaxLength = 100, Format = TextFormat.GuidText)]
    public string? TenantId { get; init; }

    /// <summary>The base address of the webhook, HTTPS, at most 500 characters.</summary>
    [Text("msdyn_webhookurl", MaxLength = 500)]
    public Uri? WebhookUrl { get; init; }

    /// <summary>
    /// Where the platform posts activities; <c>{conversationId}</c> stands for the conversation. The address has no
    /// column: the platform appends this path to the webhook.
    /// </summary>
    public string? ActivitiesUrl => WebhookUrl is null
        ? null
        : ActivitiesPath.Append(WebhookUrl, "{conversationId}");

    /// <summary>The workstream that the channel's conversations go to.</summary>
    [Lookup("msdyn_liveworkstreamid", typeof(Workstream), Navigation = "msdyn_liveworkstreamid")]
    public RecordReference? Workstream { get; init; }

    /// <summary>The language of the channel.</summary>
    [Lookup("msdyn_ocwidgetlanguage", typeof(Language), Navigation = "msdyn_ocwidgetlanguage")]
    public RecordReference? Language { get; init; }

    /// <summary>Whether a survey follows the conversation.</summary>
    [Flag("msdyn_postconversationsurveyenable")]
    public bool? SurveyEnabled { get; init; }

    /// <summary>That survey.</summary>
    [Lookup(
        "msdyn_postconversationsurvey", typeof(Survey), Navigation = "msdyn_PostConversationSurvey",
        EnvironmentSpecific = true)]
    public RecordReference? Survey { get; init; }

    /// <summary>How the survey reaches the customer.</summary>
    [Choice("msdyn_postconversationsurveymode")]
    public SurveyMode? SurveyMode { get; init; }

    /// <summary>The text that comes with the survey, at most 200 characters.</summary>
    [Text("msdyn_postconversationsurveymessagetext", MaxLength = 200)]
    public string? SurveyMessage { get; init; }

    /// <summary>Whether another survey follows a conversation that a bot alone has held.</summary>
    [Flag("msdyn_postconversationsurveybotsurvey")]
    public bool? BotSurveyEnabled { get; init; }

    /// <summary>That other survey.</summary>
    [Lookup(
        "msdyn_postconversationsurveyseparatebotsurvey",
        typeof(Survey),
        Navigation = "msdyn_PostConversationSurveySeparateBotSurvey",
        EnvironmentSpecific = true)]
    public RecordReference? BotSurvey { get; init; }

    /// <summary>How that other survey reaches the customer.</summary>
    [Choice("msdyn_postconversationsurveybotsurveymode")]
    public SurveyMode? BotSurveyMode { get; init; }

    /// <summary>The text that comes with that other survey, at most 200 characters.</summary>
    [Text("msdyn_postconversationsurveybotsurveymessagetext", MaxLength = 200)]
    public string? BotSurveyMessage { get; init; }

    /// <summary>Whether customers can attach files.</summary>
    [Flag("msdyn_enablefileattachmentsforcustomers")]
    public bool? CustomerFileAttachments { get; init; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Flag("msdyn_enablefileattachmentsforagents")]
    public bool? AgentFileAttachments { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <inheritdoc/>
    public StreamSource StreamSource => StreamSource.Custom;

    /// <summary>Refuses what a channel of the Messaging API cannot be.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new channel.</param>
    /// <param name="allowLocalWebhook">Whether a loopback host or an IP address is accepted in the webhook.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void Check(RecordValues values, bool isNew, bool allowLocalWebhook)
    {
        values.Check(isNew);
        foreach (var property in MessagingApiOnly)
            values.Require(property, isNew);

        if (values[nameof(WebhookUrl)] is Uri address)
            WebhookUrlRules.Check(address, allowLocalWebhook);
    }

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related)
    {
        var values = new RecordValues(TableModel.Of<CustomChannel>());
        foreach (
            var property in MessagingApiOnly.Where(
                property => Kind == CustomChannelKind.MessagingApi || HasValue(property)))
            values[property] = values.Table.Column(property).ValueOf(this);

        if (Kind is not null)
            CheckKindTakes(values);
        if (Kind == CustomChannelKind.MessagingApi)
            Check(values, isNew: false, allowLocalWebhook: true);
        if (related.Find<Workstream>(Workstream) is { } workstream)
            WorkstreamChannels.CheckFit(workstream, this, mayMove: true);
    }

    /// <summary>Refuses to give a channel of another kind what only the Messaging API uses.</summary>
    /// <param name="values">What is to be written.</param>
    /// <exception cref="OcValidationException">The channel is of another kind.</exception>
    public void CheckKindTakes(RecordValues values)
    {
        var misfit = MessagingApiOnly.FirstOrDefault(values.Has);
        if (Kind == CustomChannelKind.MessagingApi || misfit is null)
            return;

        throw new OcValidationException(
            misfit,
            "KindHasNoWebhook",
            $"'{Name}' is a channel of the kind {Kind}, which has no {misfit}; only Messaging API channels do.");
    }

    private bool HasValue(string property) => TableModel.Of<CustomChannel>().Column(property).ValueOf(this) is not null;
}
