namespace OmnichannelAdmin.Configuration;

/// <summary>What a plan does with a record.</summary>
public enum PlanAction
{
    /// <summary>Leaves it as it is.</summary>
    NoChange,

    /// <summary>Makes it.</summary>
    Create,

    /// <summary>Changes columns of it.</summary>
    Update,

    /// <summary>Removes it.</summary>
    Delete,
}
