namespace OmnichannelAdmin.Configuration;

/// <summary>How a plan is made.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether rows that a section of the document does not mention are to be removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether secrets are written to rows that exist. Those of new rows always are.</summary>
    public bool UpdateSecrets { get; init; }
}
