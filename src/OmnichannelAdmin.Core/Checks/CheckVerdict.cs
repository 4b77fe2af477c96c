namespace OmnichannelAdmin.Checks;

/// <summary>What a check found.</summary>
/// <param name="Outcome">How it came out.</param>
/// <param name="Detail">What was found, as a sentence.</param>
/// <param name="Advice">What to do about it, or null when there is nothing to do.</param>
public sealed record CheckVerdict(CheckOutcome Outcome, string Detail, string? Advice = null)
{
    /// <summary>All is as it should be.</summary>
    public static CheckVerdict Passed(string detail) => new(CheckOutcome.Passed, detail);

    /// <summary>It works, and somebody should look at it.</summary>
    public static CheckVerdict Warning(string detail, string advice) => new(CheckOutcome.Warning, detail, advice);

    /// <summary>Something has to be done.</summary>
    public static CheckVerdict Failed(string detail, string advice) => new(CheckOutcome.Failed, detail, advice);

    /// <summary>It could not be looked at, or there was nothing to look at.</summary>
    public static CheckVerdict Skipped(string detail) => new(CheckOutcome.Skipped, detail);
}
