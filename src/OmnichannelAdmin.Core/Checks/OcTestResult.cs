namespace OmnichannelAdmin.Checks;

/// <summary>What a test of one thing found.</summary>
public sealed record OcTestResult
{
    /// <summary>What was tested, as people know it.</summary>
    public required string Subject { get; init; }

    /// <summary>The environment that it is in, or null for a thing outside of any.</summary>
    public Uri? Environment { get; init; }

    /// <summary>Whether no check failed. Warnings and skipped checks do not count against it.</summary>
    public bool Passed => Checks.All(check => check.Outcome != CheckOutcome.Failed);

    /// <summary>The checks, in the order in which they were made.</summary>
    public required IReadOnlyList<OcCheck> Checks { get; init; }

    /// <summary>When the test was made.</summary>
    public required DateTimeOffset TestedOn { get; init; }

    /// <summary>The checks that found something to do, in order.</summary>
    public IReadOnlyList<OcCheck> Findings =>
        [.. Checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Warning)];

    /// <summary>The subject and the outcome.</summary>
    public override string ToString() => $"{Subject}: {(Passed ? "passed" : "failed")}";
}
