using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>Says that a workstream counts capacity by a capacity profile.</summary>
[Table(
    "msdyn_liveworkstreamcapacityprofile",
    Set = "msdyn_liveworkstreamcapacityprofiles",
    DisplayName = "capacity profile of a workstream",
    KeyProperties = [nameof(Workstream), nameof(CapacityProfile)],
    Section = "workstreamCapacityProfiles")]
public sealed record WorkstreamCapacityProfile : OcRecord
{
    /// <summary>The row's name; it repeats the capacity profile's.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The capacity profile.</summary>
    [Lookup(
        "msdyn_capacityprofile_id", typeof(CapacityProfile), Navigation = "msdyn_capacityProfile_id", Required = true)]
    public RecordReference? CapacityProfile { get; init; }

    /// <summary>The workstream.</summary>
    [Lookup("msdyn_workstream_id", typeof(Workstream), Navigation = "msdyn_workstream_id", Required = true)]
    public RecordReference? Workstream { get; init; }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        if (!values.Has(nameof(Name)))
            values[nameof(Name)] = related.Find<CapacityProfile>(CapacityProfile)?.Name;
    }
}
