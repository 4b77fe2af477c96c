namespace OmnichannelAdmin.Checks;

/// <summary>What a test of one thing found.</summary>
public abstract record CheckReport
{
    /// <summary>Whether nothing failed. Warnings and what was skipped do not count.</summary>
    public bool Passed => Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>What was looked at, in order.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }
}
