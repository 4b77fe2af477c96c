namespace OmnichannelAdmin.Configuration;

/// <summary>
/// A plan too large for one change set was carried out in part. What was done is whole, layer by layer.
/// </summary>
public sealed class PlanInterruptedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="done">The changes that were carried out.</param>
    /// <param name="total">How many there were to carry out.</param>
    /// <param name="inner">What stopped it.</param>
    public PlanInterruptedException(IReadOnlyList<PlannedChange> done, int total, Exception inner)
        : base(
            $"{done.Count} of {total} changes were carried out, then: {inner.Message} Nothing of the rest was written. "
            + "A new plan holds what is left.",
            inner) => Done = done;

    /// <summary>The changes that were carried out.</summary>
    public IReadOnlyList<PlannedChange> Done { get; }
}
