namespace OmnichannelAdmin.Dataverse;

/// <summary>The settings of a client. The defaults fit production.</summary>
public sealed record DataverseClientOptions
{
    /// <summary>How often one request is tried at most, the first time included. 1 to 100; default 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>How long one request may take in all, waits included. Default 15 minutes.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one attempt may take until its answer has been read. Default 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The first wait when the server names none; it doubles with each attempt. Default 2 seconds.</summary>
    public TimeSpan RetryBaseDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Off for a transport that repeats by itself. Default on.</summary>
    public bool Retry { get; init; } = true;

    /// <summary>The user on whose behalf to act: the Entra object id, sent as CallerObjectId.</summary>
    public Guid? CallerObjectId { get; init; }

    /// <summary>The unmanaged solution that new components join, sent as MSCRM.SolutionUniqueName.</summary>
    public string? SolutionName { get; init; }
}
