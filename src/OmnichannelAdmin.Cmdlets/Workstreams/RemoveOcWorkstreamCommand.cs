using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Removes a workstream that no custom messaging channel uses, with its context variables.</summary>
[Cmdlet(VerbsCommon.Remove, "OcWorkstream", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Workstream))]
public sealed class RemoveOcWorkstreamCommand : OcConnectedCmdlet
{
    /// <summary>The workstream, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the workstream even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the workstream as it was; with -WhatIf too.</summary>
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
        var records = new RecordPipeline(pipeline, connection);
        var workstream = await records.Store.FindAsync<Workstream>(Identity, cancellationToken).ConfigureAwait(false);
        var removal = new WorkstreamRemoval(records.Store);
        var writes = await removal.PlanAsync(workstream, IsOn(nameof(Force)) ? null : Identity.ETag, cancellationToken)
            .ConfigureAwait(false);
        var consequence = await removal.ConsequenceAsync(workstream, cancellationToken).ConfigureAwait(false);
        await records.RemoveAllAsync(writes, workstream, consequence, IsOn(nameof(PassThru)), cancellationToken)
            .ConfigureAwait(false);
    }
}
