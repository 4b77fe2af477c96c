namespace OmnichannelAdmin.Configuration;

/// <summary>What became of a plan that was carried out.</summary>
public sealed record PlanResult
{
    /// <summary>The environment.</summary>
    public required Uri Environment { get; init; }

    /// <summary>How many records were made.</summary>
    public required int Created { get; init; }

    /// <summary>How many records were changed.</summary>
    public required int Updated { get; init; }

    /// <summary>How many records were removed.</summary>
    public required int Deleted { get; init; }

    /// <summary>How many records were left as they are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many change sets it took, each all or nothing.</summary>
    public required int ChangeSets { get; init; }
}
