namespace OmnichannelAdmin.Webhooks;

/// <summary>The names of a webhook's checks, which scripts may rely on.</summary>
public static class WebhookCheckNames
{
    /// <summary>The address keeps the rules for a webhook.</summary>
    public const string Address = "URL rules";

    /// <summary>The host's name leads to an address that can be reached from outside.</summary>
    public const string Lookup = "DNS";

    /// <summary>Somebody listens on the port.</summary>
    public const string Connection = "TCP";

    /// <summary>The version of TLS is one of those in use.</summary>
    public const string Encryption = "TLS version";

    /// <summary>The certificate comes from an authority that is trusted.</summary>
    public const string CertificateTrust = "Certificate trusted";

    /// <summary>The certificate did not issue itself.</summary>
    public const string CertificateIssuer = "Certificate not self-signed";

    /// <summary>The certificate is for this host.</summary>
    public const string CertificateName = "Certificate name";

    /// <summary>The certificate is valid now, and for a while.</summary>
    public const string CertificateExpiry = "Certificate expiry";

    /// <summary>A post without a bearer is refused.</summary>
    public const string UnsignedPost = "Unsigned post refused";

    /// <summary>A post with a bearer that nobody issued is refused.</summary>
    public const string ForgedPost = "Wrongly signed post refused";

    /// <summary>An activity is answered with 200 in time.</summary>
    public const string Answer = "Answers 200 in time";

    /// <summary>How fast the answers came.</summary>
    public const string Latency = "Latency";

    /// <summary>All of them, in the order in which they are made.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Address, Lookup, Connection, Encryption, CertificateTrust, CertificateIssuer, CertificateName,
        CertificateExpiry,
        UnsignedPost, ForgedPost, Answer, Latency,
    ];
}
