namespace OmnichannelAdmin.Journal;

/// <summary>Changes cannot be taken back as they are; nothing was written.</summary>
public sealed class UndoRefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reasons">Why, each as a sentence.</param>
    public UndoRefusedException(IReadOnlyList<string> reasons)
        : base("Nothing was taken back: " + string.Join(' ', reasons)) => Reasons = reasons;

    /// <summary>Why, each as a sentence.</summary>
    public IReadOnlyList<string> Reasons { get; }
}
