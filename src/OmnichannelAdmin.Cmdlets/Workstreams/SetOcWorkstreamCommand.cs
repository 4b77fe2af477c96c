using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Changes a workstream. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcWorkstream", SupportsShouldProcess = true)]
[OutputType(typeof(Workstream))]
public sealed class SetOcWorkstreamCommand : OcConnectedCmdlet
{
    /// <summary>The workstream, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>Which admin experience it belongs to.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(WorkstreamMode))]
    public WorkstreamMode? Mode { get; set; }

    /// <summary>The base presences in which work is handed out.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(BasePresence), Several = true)]
    public BasePresence[]? AllowedPresences { get; set; }

    /// <summary>Whether the same representative is kept for the entire conversation.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AgentAffinity { get; set; }

    /// <summary>How many units of capacity a conversation takes; capacity is then counted in units.</summary>
    [Parameter]
    [NumberTransformation]
    public int? Capacity { get; set; }

    /// <summary>The capacity profiles to count capacity by, instead of units.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CapacityProfile>))]
    public RecordIdentity[]? CapacityProfile { get; set; }

    /// <summary>
    /// How long a conversation in wrap-up still takes its capacity, 0 to 43,200 in the unit of the admin center.
    /// </summary>
    [Parameter]
    [NumberTransformation]
    public int? BlockCapacityForWrapUp { get; set; }

    /// <summary>The same in seconds, 0 to 43,200; which of the two the platform prefers is not documented.</summary>
    [Parameter]
    [NumberTransformation]
    public int? BlockCapacityForWrapUpSeconds { get; set; }

    /// <summary>After how many minutes without activity a conversation is closed.</summary>
    [Parameter]
    [NumberTransformation]
    public int? AutoCloseAfterInactivity { get; set; }

    /// <summary>
    /// The queue of conversations that no rule sends elsewhere: the queue, its GUID, name or unique name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Queue>))]
    public RecordIdentity? DefaultQueue { get; set; }

    /// <summary>
    /// The user of the bot that answers first, where work is pushed: the user, its GUID or full name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<BotUser>))]
    public RecordIdentity? Bot { get; set; }

    /// <summary>The session template: the template, its GUID, unique name or name.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<SessionTemplate>))]
    public RecordIdentity? SessionTemplate { get; set; }

    /// <summary>
    /// The notification template for when an authenticated customer comes in: the template, its GUID, unique name or
    /// name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? IncomingAuthenticatedNotification { get; set; }

    /// <summary>
    /// The notification template for when a customer who is not authenticated comes in: the template, its GUID, unique
    /// name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? IncomingUnauthenticatedNotification { get; set; }

    /// <summary>
    /// The notification template for when a colleague asks for advice: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? ConsultNotification { get; set; }

    /// <summary>
    /// The notification template for when a conversation is transferred: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? TransferNotification { get; set; }

    /// <summary>
    /// The notification template for when a supervisor assigns a conversation: the template, its GUID, unique name or
    /// name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? SupervisorAssignNotification { get; set; }

    /// <summary>
    /// The notification template for when a waiting conversation gets a new message and is assigned: the template, its
    /// GUID, unique name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? ReturningConversationNotification { get; set; }

    /// <summary>
    /// The notification template for when the representative dials an outbound call: the template, its GUID, unique
    /// name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? AgentDialNotification { get; set; }

    /// <summary>
    /// The notification template for when an outbound call is about to be dialed: the template, its GUID, unique name
    /// or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? PreDialNotification { get; set; }

    /// <summary>
    /// The notification template for when a callback is previewed: the template, its GUID, unique name or name.
    /// </summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity? CallbackPreviewNotification { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the workstream as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<Workstream>(emptyMeansNotGiven: false);
        var setsProfiles = Given.Contains(nameof(CapacityProfile));
        WorkstreamCapacity.Choose(values, setsProfiles ? CapacityProfile is { Length: > 0 } : null);
        values.RequireAny();
        Workstream.Check(values, isNew: false);
        var records = new RecordPipeline(pipeline, connection);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        var profiles = await records.Store.FindReferencesAsync<CapacityProfile>(
            CapacityProfile ?? [], cancellationToken)
            .ConfigureAwait(false);
        var capacity = new WorkstreamCapacity(records.Store, allAtOnce: false, cancellationToken);
        var workstream = await records.Store.FindAsync<Workstream>(Identity, cancellationToken).ConfigureAwait(false);
        workstream.CheckTakes(values);

        var update = RecordWrite.Update(workstream, values, IsOn(nameof(Force)) ? null : Identity.ETag);
        var planned = (Workstream)update.After!;
        await records.CommitAllAsync(
            setsProfiles
                ? [
                    update,
                    .. await capacity.ReplaceAsync(workstream, profiles, cancellationToken).ConfigureAwait(false),
                ]
                : [update],
            setsProfiles ? planned with { CapacityProfiles = profiles } : planned,
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never,
            capacity.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
