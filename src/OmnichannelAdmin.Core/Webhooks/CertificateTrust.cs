using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Webhooks;

/// <summary>Whom a webhook's certificate must come from.</summary>
/// <param name="roots">
/// The only roots to trust, for private authorities and for tests; null to trust what this machine does.
/// </param>
internal sealed class CertificateTrust(X509Certificate2Collection? roots)
{
    /// <summary>Whether roots were given that the platform may not know.</summary>
    public bool IsPrivate => roots is not null;

    /// <summary>
    /// How to build a chain: without fetching what the server should have sent, since not every client fetches it.
    /// </summary>
    public X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            TrustMode = IsPrivate ? X509ChainTrustMode.CustomRootTrust : X509ChainTrustMode.System,
        };
        policy.CustomTrustStore.AddRange(roots ?? []);
        return policy;
    }
}
