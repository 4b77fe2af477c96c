namespace OmnichannelAdmin.Checks;

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    /// <summary>All is as it should be.</summary>
    Passed,

    /// <summary>It works, and somebody should look at it.</summary>
    Warning,

    /// <summary>Something has to be done.</summary>
    Failed,

    /// <summary>It could not be looked at, or there was nothing to look at.</summary>
    Skipped,
}
