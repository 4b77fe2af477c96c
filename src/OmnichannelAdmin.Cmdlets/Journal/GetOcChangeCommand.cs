using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Journal;

/// <summary>Reads the changes that a journal holds, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "OcChange")]
[OutputType(typeof(RecordedChange))]
public sealed class GetOcChangeCommand : OcCmdlet
{
    private OcConnection? _connection;

    /// <summary>The journal; without it, that of the connection.</summary>
    [Parameter(Position = 0)]
    [PathTransformation]
    public string? Path { get; set; }

    /// <summary>Only changes of records of this name; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>Only changes of this record, by its GUID.</summary>
    [Parameter]
    public Guid? RecordId { get; set; }

    /// <summary>Only changes since this time.</summary>
    [Parameter]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The connection whose journal is meant; without it, the runspace's own default.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override void Prepare() =>
        _connection = Connection ?? (Path is null ? RunspaceConnections.Current.Default : null);

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var (changes, broken) = await ChangeJournal.ReadAsync(
            JournalPath.Of(Path, _connection ?? Connection), cancellationToken)
            .ConfigureAwait(false);
        if (broken > 0)
            pipeline.Warn($"{broken} lines of the journal cannot be read and were passed over.");

        foreach (var change in changes.Where(IsMeant))
            await pipeline.WriteAsync(change).ConfigureAwait(false);
    }

    private bool IsMeant(RecordedChange change) =>
        (Name is null || new NamePattern(Name).Matches(change.Name))
        && (RecordId is null || change.RecordId == RecordId)
        && (Since is null || change.Time >= Since);
}
