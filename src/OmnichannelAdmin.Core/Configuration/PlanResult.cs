namespace OmnichannelAdmin.Configuration;

/// <summary>What became of a plan that was carried out.</summary>
public sealed record PlanResult
{
    /// <summary>The environment.</summary>
    public required Uri Environment { get; init; }

    /// <summary>How many records were made.</summary>
    public int Created { get; init; }

    /// <summary>How many records were changed.</summary>
    public int Updated { get; init; }

    /// <summary>How many records were removed.</summary>
    public int Deleted { get; init; }

    /// <summary>How many records were left as they are.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many change sets it took, each all or nothing; 0 when there was nothing to do.</summary>
    public int ChangeSets { get; init; }

    /// <summary>What was done, in one line.</summary>
    public override string ToString() => ChangeSets == 0
        ? $"{Environment.Host}: nothing to do."
        : $"{Environment.Host}: {Created} created, {Updated} updated, {Deleted} deleted, {Unchanged} unchanged.";
}
