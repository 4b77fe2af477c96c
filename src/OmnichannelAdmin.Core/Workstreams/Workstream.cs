using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A workstream: where conversations of a channel go to be routed.</summary>
[Table("msdyn_liveworkstream", Set = "msdyn_liveworkstreams", DisplayName = "workstream", Section = "workstreams")]
public sealed record Workstream : OcRecord
{
    /// <summary>The workstream's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";
}
