using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Changes a context variable. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcContextVariable", SupportsShouldProcess = true)]
[OutputType(typeof(ContextVariable))]
public sealed class SetOcContextVariableCommand : OcConnectedCmdlet
{
    /// <summary>The context variable, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<ContextVariable>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What it holds: Text, Number or EntityReference.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(ContextVariableType))]
    public ContextVariableType? Type { get; set; }

    /// <summary>The name that people see, at most 100 characters.</summary>
    [Parameter]
    public string? DisplayName { get; set; }

    /// <summary>For an entity reference, the logical name of the table that it points at.</summary>
    [Parameter]
    public string? EntityLogicalName { get; set; }

    /// <summary>
    /// For an entity reference, the name of the relationship between the conversation and that table.
    /// </summary>
    [Parameter]
    public string? RelationshipName { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the context variable as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<ContextVariable>(emptyMeansNotGiven: false);
        ContextVariable.CheckChange(values);
        return new RecordPipeline(pipeline, connection).UpdateAsync<ContextVariable>(
            Identity,
            values,
            (variable, _) => CheckFoundAsync(variable, values),
            IsOn(nameof(Force)),
            IsOn(nameof(PassThru)),
            cancellationToken);
    }

    private static Task CheckFoundAsync(ContextVariable variable, RecordValues values)
    {
        variable.CheckTakes(values);
        return Task.CompletedTask;
    }
}
