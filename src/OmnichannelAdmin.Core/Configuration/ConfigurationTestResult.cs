namespace OmnichannelAdmin.Configuration;

/// <summary>Whether an environment is as a document says, and where it is not.</summary>
/// <param name="Plan">The plan that would make it so.</param>
public sealed record ConfigurationTestResult(ConfigurationPlan Plan)
{
    /// <summary>Whether nothing has drifted.</summary>
    public bool Passed => !Plan.HasChanges;

    /// <summary>The environment.</summary>
    public Uri Environment => Plan.Environment;

    /// <summary>
    /// How many records the document describes, and how many rows it does not know when those count as drift.
    /// </summary>
    public int Records => Plan.Changes.Count;

    /// <summary>The records that are not as the document says, and what would bring them back.</summary>
    public IReadOnlyList<PlannedChange> Drift =>
        [.. Plan.Changes.Where(change => change.Action != PlanAction.NoChange)];

    /// <summary>The result in one line.</summary>
    public override string ToString() =>
        Passed
            ? $"{Environment.Host} is as the configuration says."
            : $"{Environment.Host} has drifted: {PlanText.Summary(Plan)}";
}
