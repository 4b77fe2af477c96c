using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Makes a context variable of a workstream.</summary>
[Cmdlet(VerbsCommon.New, "OcContextVariable", SupportsShouldProcess = true)]
[OutputType(typeof(ContextVariable))]
public sealed class NewOcContextVariableCommand : OcConnectedCmdlet
{
    /// <summary>The variable's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The workstream that it belongs to: the workstream, its GUID or its name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>What it holds: Text, Number or EntityReference.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(ContextVariableType))]
    public ContextVariableType? Type { get; set; }

    /// <summary>The name that people see, at most 100 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? DisplayName { get; set; }

    /// <summary>For an entity reference, the logical name of the table that it points at.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? EntityLogicalName { get; set; }

    /// <summary>
    /// For an entity reference, the name of the relationship between the conversation and that table.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RelationshipName { get; set; }

    /// <summary>Answers with the context variable that is there already, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the context variable as it would be. One that is made is always answered with.
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
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<ContextVariable>(emptyMeansNotGiven: true);
        ContextVariable.CheckNew(values);
        return new RecordPipeline(pipeline, connection)
            .CreateAsync(values, IsOn(nameof(IfNotExists)), IsOn(nameof(PassThru)), cancellationToken);
    }
}
