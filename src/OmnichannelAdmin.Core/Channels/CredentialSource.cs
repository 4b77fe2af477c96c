namespace OmnichannelAdmin.Channels;

/// <summary>What a managed identity proves itself with (column <c>credentialsource</c>).</summary>
public enum CredentialSource
{
    /// <summary>A client secret.</summary>
    ClientSecret = 0,

    /// <summary>A secret in a key vault.</summary>
    KeyVault = 1,

    /// <summary>A federated credential that the platform manages; webhooks take this one only.</summary>
    Managed = 2,

    /// <summary>A certificate of Microsoft's own applications.</summary>
    MicrosoftFirstPartyCertificate = 3,
}
