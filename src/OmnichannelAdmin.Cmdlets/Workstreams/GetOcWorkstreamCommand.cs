using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Reads workstreams.</summary>
[Cmdlet(VerbsCommon.Get, "OcWorkstream")]
[OutputType(typeof(Workstream))]
public sealed class GetOcWorkstreamCommand : OcConnectedCmdlet
{
    /// <summary>Workstreams, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only workstreams for this kind of channel.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(StreamSource))]
    public StreamSource? StreamSource { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var capacity = new WorkstreamCapacity(records.Store, allAtOnce: Identity is not [_], cancellationToken);
        var query = new RecordQuery
        {
            Filter = StreamSource is { } source ? Workstream.OfSource(source) : null,
            Where = record => StreamSource is null || ((Workstream)record).StreamSource == StreamSource,
        };
        return records.ReadAsync<Workstream>(Identity, query, capacity.CompleteAsync, cancellationToken);
    }
}
