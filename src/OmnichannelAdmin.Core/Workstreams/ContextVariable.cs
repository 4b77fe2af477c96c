using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>
/// A context variable of a workstream: something known of a conversation, which routing rules and messages can use.
/// </summary>
[Table(
    "msdyn_ocliveworkstreamcontextvariable",
    Set = "msdyn_ocliveworkstreamcontextvariables",
    DisplayName = "context variable",
    KeyProperties = [nameof(Name), nameof(Workstream)],
    Section = "contextVariables")]
public sealed record ContextVariable : OcRecord
{
    /// <summary>The variable's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The workstream that it belongs to.</summary>
    [Lookup("msdyn_liveworkstreamid", typeof(Workstream), Navigation = "msdyn_liveworkstreamid", Required = true)]
    public RecordReference? Workstream { get; init; }

    /// <summary>What it holds.</summary>
    [Choice("msdyn_datatype", Required = true)]
    public ContextVariableType? Type { get; init; }

    /// <summary>The name that people see, at most 100 characters.</summary>
    [Text("msdyn_displayname", MaxLength = 100)]
    public string? DisplayName { get; init; }

    /// <summary>The logical name of the table that an entity reference points at.</summary>
    [Text("msdyn_entitylogicalname", MaxLength = 100)]
    public string? EntityLogicalName { get; init; }

    /// <summary>The name of the relationship between the conversation and that table.</summary>
    [Text("msdyn_relationshipname", MaxLength = 100)]
    public string? RelationshipName { get; init; }

    /// <summary>Whether the product made it. The platform says of the column that it is not in use.</summary>
    [Flag("msdyn_issystemdefined", ReadOnly = true)]
    public bool? IsSystemDefined { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>What the product made it keeps itself.</summary>
    internal override bool IsOutsideDocuments => IsSystemDefined == true;

    /// <summary>The condition that a context variable belongs to a workstream.</summary>
    public static ODataFilter OfWorkstream(Guid workstreamId) =>
        TableModel.Of<ContextVariable>().Column(nameof(Workstream)).Declaration.IsEqualTo(
            new RecordReference(workstreamId));

    /// <summary>Refuses what a new context variable cannot be.</summary>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void CheckNew(RecordValues values)
    {
        values.Check(isNew: true);
        CheckType((ContextVariableType)values[nameof(Type)]!, values);
    }

    /// <summary>Refuses what cannot be written to an existing context variable.</summary>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void CheckChange(RecordValues values)
    {
        values.RequireAny();
        values.Check(isNew: false);
    }

    /// <summary>Refuses what does not fit the variable's type.</summary>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public void CheckTakes(RecordValues values) =>
        CheckType(values[nameof(Type)] as ContextVariableType? ?? Type, values);

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related) => CheckType(Type, RecordValues.Of(this));

    private static void CheckType(ContextVariableType? type, RecordValues values)
    {
        if (type == ContextVariableType.EntityReference)
            return;

        foreach (var property in new[] { nameof(EntityLogicalName), nameof(RelationshipName) })
        {
            if (values[property] is not null)
            {
                throw new OcValidationException(
                    property,
                    "TypeHasNoEntity",
                    $"{property} is only for a variable of the type EntityReference; this one is of the type {type}.");
            }
        }
    }
}
