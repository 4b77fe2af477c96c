using System.Management.Automation;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Finds out what a workstream lacks before conversations can reach somebody through it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcWorkstream")]
[OutputType(typeof(OcTestResult), typeof(bool))]
public sealed class TestOcWorkstreamCommand : OcConnectedCmdlet
{
    /// <summary>The workstream, its GUID, or its name; without it, all workstreams.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Identity { get; set; }

    /// <summary>Answers with true or false instead of the report.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity?.Source;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var store = connection.Records(pipeline);
        var test = new WorkstreamTest(connection, store);
        var capacity = new WorkstreamCapacity(store, allAtOnce: Identity is null, cancellationToken);
        await foreach (var workstream in store.FindOneOrAllAsync<Workstream>(Identity, cancellationToken)
            .ConfigureAwait(false))
        {
            var complete = await capacity.CompleteAsync(workstream, cancellationToken).ConfigureAwait(false);
            var result = await test.RunAsync(complete, cancellationToken).ConfigureAwait(false);
            await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
        }
    }
}
