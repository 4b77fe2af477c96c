namespace OmnichannelAdmin.Records;

/// <summary>What is known of a secret, which is never read back.</summary>
public enum SecretState
{
    /// <summary>The caller may not know.</summary>
    NotReadable,

    /// <summary>There is one.</summary>
    Set,

    /// <summary>There is none.</summary>
    Unset,
}
