namespace OmnichannelAdmin.Journal;

/// <summary>What became of a change.</summary>
public enum ChangeOutcome
{
    /// <summary>Nobody wrote down what became of it: the process ended, or the answer was lost.</summary>
    Unknown,

    /// <summary>It was carried out.</summary>
    Done,

    /// <summary>It was not carried out.</summary>
    Failed,
}
