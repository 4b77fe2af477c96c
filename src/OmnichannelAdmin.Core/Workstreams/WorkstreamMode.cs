namespace OmnichannelAdmin.Workstreams;

/// <summary>Which admin experience a workstream belongs to (column <c>msdyn_mode</c>).</summary>
public enum WorkstreamMode
{
    /// <summary>
    /// The former one; today's admin center does not show such a workstream (concluded from the labels).
    /// </summary>
    Legacy = 717210000,

    /// <summary>Today's admin center.</summary>
    Simplified = 717210001,
}
