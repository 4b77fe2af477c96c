using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A step of a workstream's routing, which points at a set of rules.</summary>
[Table(
    "msdyn_routingconfigurationstep",
    Set = "msdyn_routingconfigurationsteps",
    DisplayName = "routing configuration step")]
public sealed record RoutingConfigurationStep : OcRecord
{
    /// <summary>The step's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The routing configuration.</summary>
    [Lookup("msdyn_routingconfigurationid", typeof(RoutingConfiguration), Navigation = "msdyn_routingconfigurationid")]
    public RecordReference? Configuration { get; init; }
}
