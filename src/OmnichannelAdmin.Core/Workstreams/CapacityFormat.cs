namespace OmnichannelAdmin.Workstreams;

/// <summary>How the capacity that a conversation takes is counted (column <c>msdyn_capacityformat</c>).</summary>
public enum CapacityFormat
{
    /// <summary>In units.</summary>
    UnitBased = 192350000,

    /// <summary>By capacity profiles.</summary>
    ProfileBased = 192360000,
}
