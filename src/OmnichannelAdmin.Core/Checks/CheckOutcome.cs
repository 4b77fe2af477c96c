namespace OmnichannelAdmin.Checks;

/// <summary>How a check went.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>It works, but somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>Not looked at, for the reason that the detail gives.</summary>
    Skipped,
}
