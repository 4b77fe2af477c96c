namespace OmnichannelAdmin.Workstreams;

/// <summary>How a queue hands out work (column <c>msdyn_assignmentstrategy</c>).</summary>
public enum AssignmentStrategy
{
    /// <summary>By the product's own assignment.</summary>
    OmnichannelAssignment = 192350000,

    /// <summary>In turns.</summary>
    RoundRobin = 192350001,

    /// <summary>By the organization's own rules.</summary>
    CustomAssignmentConfiguration = 192350002,

    /// <summary>To whom has been idle longest.</summary>
    LongestIdle = 192350003,
}
