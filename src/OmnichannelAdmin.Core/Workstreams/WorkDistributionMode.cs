namespace OmnichannelAdmin.Workstreams;

/// <summary>How work finds a customer service representative (column <c>msdyn_workdistributionmode</c>).</summary>
public enum WorkDistributionMode
{
    /// <summary>Work is handed out.</summary>
    Push = 192350000,

    /// <summary>People choose it themselves.</summary>
    Pick = 192350001,
}
