namespace OmnichannelAdmin.Workstreams;

/// <summary>What the sessions of a template are for (column <c>msdyn_sessiontype</c>).</summary>
public enum SessionTemplateType
{
    /// <summary>Anything.</summary>
    Generic = 0,

    /// <summary>Records of one table.</summary>
    Entity = 1,
}
