using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Reads the context variables of workstreams.</summary>
[Cmdlet(VerbsCommon.Get, "OcContextVariable")]
[OutputType(typeof(ContextVariable))]
public sealed class GetOcContextVariableCommand : OcConnectedCmdlet
{
    /// <summary>Context variables, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<ContextVariable>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only context variables of this workstream: the workstream, its GUID or its name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Workstream?.Source ?? (Identity is [var only] ? only.Source : Identity);

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var query = new RecordQuery();
        if (Workstream is not null)
        {
            var workstream = await records.Store.FindAsync<Workstream>(Workstream, cancellationToken)
                .ConfigureAwait(false);
            query = query with
            {
                Filter = ContextVariable.OfWorkstream(workstream.Id),
                Where = record => ((ContextVariable)record).Workstream?.Id == workstream.Id,
            };
        }

        await records.ReadAsync<ContextVariable>(Identity, query, cancellationToken).ConfigureAwait(false);
    }
}
