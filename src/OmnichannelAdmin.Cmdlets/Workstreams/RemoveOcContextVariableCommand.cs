using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Removes a context variable.</summary>
[Cmdlet(VerbsCommon.Remove, "OcContextVariable", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContextVariable))]
public sealed class RemoveOcContextVariableCommand : OcConnectedCmdlet
{
    /// <summary>The context variable, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<ContextVariable>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the context variable even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the context variable as it was; with -WhatIf too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken) =>
        new RecordPipeline(pipeline, connection).RemoveAsync<ContextVariable>(
            Identity, Consequence, IsOn(nameof(Force)), IsOn(nameof(PassThru)), cancellationToken);

    private static string? Consequence(ContextVariable variable) =>
        variable.Workstream is { } workstream
            ? $"Routing rules and messages of workstream '{workstream}' may use it."
            : null;
}
