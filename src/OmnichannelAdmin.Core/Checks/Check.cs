namespace OmnichannelAdmin.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What was looked at; the same in every release.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Detail">What was found or measured, or why it was not looked at.</param>
/// <param name="Advice">What to do, or null where nothing need be done.</param>
public sealed record Check(string Name, CheckOutcome Outcome, string Detail, string? Advice = null)
{
    /// <summary>It is as it should be.</summary>
    public static Check Passed(string name, string detail) => new(name, CheckOutcome.Passed, detail);

    /// <summary>It works, but somebody should look at it.</summary>
    public static Check Warning(string name, string detail, string advice) => new(name, CheckOutcome.Warning, detail, advice);

    /// <summary>It does not work.</summary>
    public static Check Failed(string name, string detail, string advice) => new(name, CheckOutcome.Failed, detail, advice);

    /// <summary>It was not looked at.</summary>
    public static Check Skipped(string name, string reason) => new(name, CheckOutcome.Skipped, reason);

    /// <summary>The check in one line.</summary>
    public override string ToString() => $"{Name}: {Outcome}. {Detail}";
}
