using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A workstream: where conversations of a channel go to be routed.</summary>
[Table("msdyn_liveworkstream", Set = "msdyn_liveworkstreams", DisplayName = "workstream", Section = "workstreams")]
public sealed record Workstream : OcRecord
{
    /// <summary>The workstream's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The kind of channel whose conversations it takes.</summary>
    [Choice("msdyn_streamsource", Required = true)]
    public StreamSource? StreamSource { get; init; }

    /// <summary>Which admin experience it belongs to.</summary>
    [Choice("msdyn_mode")]
    public WorkstreamMode? Mode { get; init; }

    /// <summary>How work finds a representative. The admin center does not let it change later.</summary>
    [Choice("msdyn_workdistributionmode")]
    public WorkDistributionMode? WorkDistributionMode { get; init; }

    /// <summary>The base presences in which work is handed out.</summary>
    [Choices("msdyn_allowedpresences")]
    public ChoiceSet<BasePresence>? AllowedPresences { get; init; }

    /// <summary>Whether the same representative is kept for the entire conversation.</summary>
    [Flag("msdyn_enableagentaffinity")]
    public bool? AgentAffinity { get; init; }

    /// <summary>How the capacity that a conversation takes is counted.</summary>
    [Choice("msdyn_capacityformat")]
    public CapacityFormat? CapacityFormat { get; init; }

    /// <summary>How many units of capacity a conversation takes, where it is counted in units.</summary>
    [Number("msdyn_capacityrequired")]
    public int? Capacity { get; init; }

    /// <summary>
    /// The capacity profiles, where capacity is counted by profiles. They are rows of a table of their own.
    /// </summary>
    public IReadOnlyList<RecordReference> CapacityProfiles { get; init; } = [];

    /// <summary>
    /// How long a conversation in wrap-up still takes its capacity, 0 to 43,200 in the unit of the admin center.
    /// </summary>
    [Number("msdyn_blockcapacityforwrapup", Max = 43200)]
    public int? BlockCapacityForWrapUp { get; init; }

    /// <summary>
    /// The same in seconds, 0 to 43,200; which of the two columns the platform prefers is not documented.
    /// </summary>
    [Number("msdyn_blockcapacityforwrapupinseconds", Max = 43200)]
    public int? BlockCapacityForWrapUpSeconds { get; init; }

    /// <summary>After how many minutes without activity a conversation is closed.</summary>
    [Number("msdyn_autocloseafterinactivity")]
    public int? AutoCloseAfterInactivity { get; init; }

    /// <summary>The queue of conversations that no rule sends elsewhere.</summary>
    [Lookup("msdyn_defaultqueue", typeof(Queue), Navigation = "msdyn_defaultqueue")]
    public RecordReference? DefaultQueue { get; init; }

    /// <summary>The user of the bot that answers first.</summary>
    [Lookup("msdyn_bot_user", typeof(BotUser), Navigation = "msdyn_bot_user", EnvironmentSpecific = true)]
    public RecordReference? Bot { get; init; }

    /// <summary>The unique name of the session template.</summary>
    [Text("msdyn_sessiontemplate_default", MaxLength = 200, UniqueNameOf = typeof(SessionTemplate))]
    public string? SessionTemplate { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation of an authenticated customer comes in.
    /// </summary>
    [Text("msdyn_notificationtemplate_incoming_auth", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? IncomingAuthenticatedNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation of a customer who is not authenticated
    /// comes in.
    /// </summary>
    [Text("msdyn_notificationtemplate_incoming_unauth", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? IncomingUnauthenticatedNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation is one in which a colleague asks for
    /// advice.
    /// </summary>
    [Text("msdyn_notificationtemplate_consult", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? ConsultNotification { get; init; }

    /// <summary>The unique name of the notification template for when a conversation is transferred.</summary>
    [Text("msdyn_notificationtemplate_transfer", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? TransferNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation is assigned by a supervisor.
    /// </summary>
    [Text("msdyn_notificationtemplate_supervisorassign", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? SupervisorAssignNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation that was waiting gets a new message and is
    /// assigned.
    /// </summary>
    [Text(
        "msdyn_notificationtemplate_returning_conv_assig", MaxLength = 200,
        UniqueNameOf = typeof(NotificationTemplate))]
    public string? ReturningConversationNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation is an outbound call that the representative
    /// dials.
    /// </summary>
    [Text("msdyn_notificationtemplate_agent_dial", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? AgentDialNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation is an outbound call before it is dialed.
    /// </summary>
    [Text("msdyn_notificationtemplate_pre_dial", MaxLength = 200, UniqueNameOf = typeof(NotificationTemplate))]
    public string? PreDialNotification { get; init; }

    /// <summary>
    /// The unique name of the notification template for when a conversation is a callback with a preview.
    /// </summary>
    [Text(
        "msdyn_notificationtemplate_callback_previewdialing", MaxLength = 200,
        UniqueNameOf = typeof(NotificationTemplate))]
    public string? CallbackPreviewNotification { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>The condition that a workstream takes conversations of a kind of channel.</summary>
    public static ODataFilter OfSource(StreamSource source) =>
        TableModel.Of<Workstream>().Column(nameof(StreamSource)).Declaration.IsEqualTo(source);

    /// <summary>Refuses what a workstream cannot be.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new workstream.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void Check(RecordValues values, bool isNew)
    {
        values.Check(isNew);
        if (values[nameof(Bot)] is not null)
            CheckTakesBot(values[nameof(Name)] as string ?? "", values[nameof(WorkDistributionMode)]);
    }

    /// <summary>Refuses what this workstream cannot take.</summary>
    /// <param name="values">What is to be written.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public void CheckTakes(RecordValues values)
    {
        if (values[nameof(Bot)] is not null)
            CheckTakesBot(Name, WorkDistributionMode);
    }

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related)
    {
        if (Bot is not null)
            CheckTakesBot(Name, WorkDistributionMode);
    }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related) => WorkstreamDefaults.Fill(values);

    private static void CheckTakesBot(string name, object? mode)
    {
        if (mode is Workstreams.WorkDistributionMode.Pick)
        {
            throw new OcValidationException(
                nameof(Bot),
                "BotNeedsPush",
                $"Workstream '{name}' lets people pick their work; bots only take part where work is pushed.");
        }
    }
}
