namespace OmnichannelAdmin.Configuration;

/// <summary>A plan cannot be carried out as it is; nothing was written.</summary>
public sealed class PlanRefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PlanRefusedException(string message, Exception? inner = null)
        : base(message, inner) => Reasons = [message];

    /// <summary>Makes the exception of several reasons.</summary>
    /// <param name="reasons">Why, each as a sentence.</param>
    public PlanRefusedException(IReadOnlyList<string> reasons)
        : base(
            "The plan no longer fits the environment, so nothing was written. Make a new plan and review it.\n  "
                + string.Join("\n  ", reasons)) =>
        Reasons = reasons;

    /// <summary>Why, each as a sentence.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
