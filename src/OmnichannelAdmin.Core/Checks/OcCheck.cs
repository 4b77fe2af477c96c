namespace OmnichannelAdmin.Checks;

/// <summary>A named check and what it found.</summary>
/// <param name="Name">The check's name; the same in every run.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Detail">What was found, as a sentence.</param>
/// <param name="Advice">What to do about it, or null when there is nothing to do.</param>
public sealed record OcCheck(string Name, CheckOutcome Outcome, string Detail, string? Advice)
{
    /// <summary>The name and the outcome.</summary>
    public override string ToString() => $"{Name}: {Outcome}";
}
