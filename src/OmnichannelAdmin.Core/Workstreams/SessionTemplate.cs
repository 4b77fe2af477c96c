using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A session template: how the session looks that opens when a conversation is accepted.</summary>
[Table(
    "msdyn_sessiontemplate", Set =
        "msdyn_sessiontemplates", DisplayName = "session template", OtherNameProperty = nameof(UniqueName))]
public sealed record SessionTemplate : OcRecord
{
    /// <summary>The template's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The unique name, by which workstreams point at the template.</summary>
    [Text("msdyn_uniquename", MaxLength = 128)]
    public string? UniqueName { get; init; }

    /// <summary>What the template is for.</summary>
    [Text("msdyn_description", MaxLength = 2000)]
    public string? Description { get; init; }

    /// <summary>The title of the sessions.</summary>
    [Text("msdyn_title", MaxLength = 200)]
    public string? Title { get; init; }

    /// <summary>Whether the sessions are for records of one table.</summary>
    [Choice("msdyn_sessiontype")]
    public SessionTemplateType? Type { get; init; }

    /// <summary>The logical name of that table.</summary>
    [Text("msdyn_entity", MaxLength = 100)]
    public string? EntityLogicalName { get; init; }

    /// <summary>How the communication panel opens.</summary>
    [Choice("msdyn_panelstate")]
    public CommunicationPanelMode? CommunicationPanel { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }
}
