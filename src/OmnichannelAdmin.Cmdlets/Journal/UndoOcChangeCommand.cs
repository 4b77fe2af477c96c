using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Configuration;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Cmdlets.Journal;

/// <summary>Takes recorded changes back, all or nothing, unless a record has been changed since.</summary>
[Cmdlet(
    VerbsCommon.Undo, "OcChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    DefaultParameterSetName = ChangeSet)]
public sealed class UndoOcChangeCommand : OcConnectedCmdlet
{
    private const string ChangeSet = "Change";
    private const string SinceSet = "Since";

    private readonly HashSet<Guid> _ids = [];

    /// <summary>
    /// The changes, as Get-OcChange answers them, or their GUIDs. All of a pipeline are taken back together.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ChangeSet)]
    [ChangeIdTransformation]
    public Guid[]? Change { get; set; }

    /// <summary>Everything that this environment's journal holds since this time.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SinceSet)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The journal; without it, that of the connection.</summary>
    [Parameter]
    [PathTransformation]
    public string? Path { get; set; }

    /// <summary>
    /// Secrets to put back, by the names of their properties, each a SecureString: no journal keeps them.
    /// </summary>
    [Parameter]
    public IDictionary Secret { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override bool GathersInput => true;

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)Since ?? _ids;

    /// <inheritdoc/>
    protected override void GatherInput() => _ids.UnionWith(Change ?? []);

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        GatherInput();
        var (all, _) = await ChangeJournal.ReadAsync(JournalPath.Of(Path, connection), cancellationToken)
            .ConfigureAwait(false);
        var meant = all.Where(change => IsMeant(change, connection)).ToList();
        if (meant.Count == 0)
            pipeline.Warn("The journal holds no such change, so there is nothing to take back.");

        var records = new RecordPipeline(pipeline, connection);
        var undo = new ChangeUndo(records.Store, connection.OrganizationId, SecretParameter.Read(Secret));
        var writes = await undo.PlanAsync(meant, cancellationToken).ConfigureAwait(false);
        if (writes.Count > 0)
            await records.CommitAllAsync(writes, consequence: null, cancellationToken).ConfigureAwait(false);
    }

    private bool IsMeant(RecordedChange change, OcConnection connection) => Since is null
        ? _ids.Contains(change.Id)
        : change.Time >= Since && change.OrganizationId == connection.OrganizationId;
}
