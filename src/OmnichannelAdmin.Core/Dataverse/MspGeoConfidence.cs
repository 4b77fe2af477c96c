namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// How sure it is that a region belongs to a row of the table of messaging service provider endpoints.
/// </summary>
public enum MspGeoConfidence
{
    /// <summary>No row fits.</summary>
    None,

    /// <summary>Only geography speaks for the row; a person should confirm it.</summary>
    Guess,

    /// <summary>Region and row carry the same name.</summary>
    High,
}
