using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Makes a workstream.</summary>
[Cmdlet(VerbsCommon.New, "OcWorkstream", SupportsShouldProcess = true)]
[OutputType(typeof(Workstream))]
public sealed class NewOcWorkstreamCommand : OcConnectedCmdlet
{
    /// <summary>The workstream's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The kind of channel whose conversations it takes, by the product's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(StreamSource))]
    public StreamSource? StreamSource { get; set; }

    /// <summary>How work finds a representative: Push (the default) or Pick. It cannot be changed later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(WorkDistributionMode))]
    public WorkDistributionMode? WorkDistributionMode { get; set; }

    /// <summary>Which admin experience it belongs to: Simplified (the default) is today's admin center.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(WorkstreamMode))]
    public WorkstreamMode? Mode { get; set; }

    /// <summary>The base presences in which work is handed out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(BasePresence), Several = true)]
    public BasePresence[]? AllowedPresences { get; set; }

    /// <summary>Whether the same representative is kept for the entire conversation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AgentAffinity { get; set; }

    /// <summary>How many units of capacity a conversation takes; capacity is then counted in units.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? Capacity { get; set; }

    /// <summary>The capacity profiles to count capacity by, instead of units.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("CapacityProfiles")]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<CapacityProfile>))]
    public RecordIdentity[]? CapacityProfile { get; set; }

    /// <summary>
    /// How long a conversation in wrap-up still takes its capacity, 0 to 43,200 in the unit of the admin center.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? BlockCapacityForWrapUp { get; set; }

    /// <summary>The same in seconds, 0 to 43,200; which of the two the platform prefers is not documented.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? BlockCapacityForWrapUpSeconds { get; set; }

    /// <summary>After how many minutes without activity a conversation is closed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    public int? AutoCloseAfterInactivity { get; set; }

    /// <summary>
    /// The queue of conversations that no rule sends elsewhere: the queue, its GUID, name or unique name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Queue>))]
    public RecordIdentity? DefaultQueue { get; set; }

    /// <summary>
    /// The user of the bot that answers first, where work is pushed: the user, its GUID or full name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<BotUser>))]
    public RecordIdentity? Bot { get; set; }

    /// <summary>The session template: the template, its GUID, unique name or name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<SessionTemplate>))]
    public RecordIdentity? SessionTemplate { get; set; }

    /// <summary>
    /// The notification template for when an authenticated customer comes in: the template, its GUID, unique name or
    /// name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? IncomingAuthenticatedNotification { get; set; }

    /// <summary>
    /// The notification template for when a customer who is not authenticated comes in: the template, its GUID, unique
    /// name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? IncomingUnauthenticatedNotification { get; set; }

    /// <summary>
    /// The notification template for when a colleague asks for advice: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? ConsultNotification { get; set; }

    /// <summary>
    /// The notification template for when a conversation is transferred: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? TransferNotification { get; set; }

    /// <summary>
    /// The notification template for when a supervisor assigns a conversation: the template, its GUID, unique name or
    /// name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? SupervisorAssignNotification { get; set; }

    /// <summary>
    /// The notification template for when a waiting conversation gets a new message and is assigned: the template, its
    /// GUID, unique name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? ReturningConversationNotification { get; set; }

    /// <summary>
    /// The notification template for when the representative dials an outbound call: the template, its GUID, unique
    /// name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? AgentDialNotification { get; set; }

    /// <summary>
    /// The notification template for when an outbound call is about to be dialed: the template, its GUID, unique name
    /// or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? PreDialNotification { get; set; }

    /// <summary>
    /// The notification template for when a callback is previewed: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? CallbackPreviewNotification { get; set; }

    /// <summary>Answers with the workstream that is there already, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the workstream as it would be. One that is made is always answered with.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object that the pipeline handed in, which errors name as their target.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)InputObject ?? Name;

    /// <inheritdoc/>
    protected override string? InputKey => Name;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<Workstream>(emptyMeansNotGiven: true);
        WorkstreamCapacity.Choose(values, CapacityProfile is { Length: > 0 } ? true : null);
        WorkstreamDefaults.Fill(values);
        Workstream.Check(values, isNew: true);
        var records = new RecordPipeline(pipeline, connection);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        var profiles = await records.Store.FindReferencesAsync<CapacityProfile>(
            CapacityProfile ?? [], cancellationToken).ConfigureAwait(false);
        var capacity = new WorkstreamCapacity(records.Store, allAtOnce: false, cancellationToken);
        if (IsOn(nameof(IfNotExists)) && await records.AnswerExistingAsync<Workstream>(
            values, capacity.CompleteAsync, cancellationToken).ConfigureAwait(false))
            return;

        var create = RecordWrite.Create(values, Guid.NewGuid());
        var planned = (Workstream)create.After! with { CapacityProfiles = profiles };
        await records.CommitAllAsync(
            [create, .. WorkstreamCapacity.Add(planned, profiles)],
            planned,
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten,
            capacity.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
