using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>
/// The routing of a workstream: its work classification and route-to-queue rules. How the rules themselves are written
/// is not documented, so they are only looked at here.
/// </summary>
[Table(
    "msdyn_routingconfiguration", Set = "msdyn_routingconfigurations", DisplayName = "routing configuration")]
public sealed record RoutingConfiguration : OcRecord
{
    /// <summary>The configuration's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The workstream.</summary>
    [Lookup("msdyn_liveworkstreamid", typeof(Workstream), Navigation = "msdyn_liveworkstreamid")]
    public RecordReference? Workstream { get; init; }

    /// <summary>Whether it is the one in use.</summary>
    [Flag("msdyn_isactiveconfiguration")]
    public bool? IsActiveConfiguration { get; init; }
}
