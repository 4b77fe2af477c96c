using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A capacity profile: how many conversations of a kind a representative can have at once.</summary>
[Table(
    "msdyn_capacityprofile", Set =
        "msdyn_capacityprofiles", DisplayName = "capacity profile", OtherNameProperty = nameof(UniqueName))]
public sealed record CapacityProfile : OcRecord
{
    /// <summary>The profile's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The unique name, by which the profile is found as well.</summary>
    [Text("msdyn_uniquename", MaxLength = 128)]
    public string? UniqueName { get; init; }
}
