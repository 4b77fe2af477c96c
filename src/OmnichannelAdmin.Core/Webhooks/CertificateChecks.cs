using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>The checks of a webhook's certificate.</summary>
internal sealed class CertificateChecks(ServerCertificate shown, CertificateTrust trust, DateTimeOffset now)
{
    // Long enough to have a certificate renewed by people who are on holiday.
    private const int FewDays = 30;

    /// <summary>All of them.</summary>
    /// <param name="host">The host that the certificate must be for.</param>
    public IReadOnlyList<Check> For(string host) => [Trust(), Issuer(), Name(host), Expiry()];

    private Check Trust()
    {
        if (shown.Problems.Count > 0)
        {
            return Check.Failed(
                WebhookCheckNames.CertificateTrust,
                string.Join(" ", shown.Problems.Distinct()),
                "Use a certificate of a public authority, and let the server send the certificates between it and the root.");
        }

        return trust.IsPrivate
            ? Check.Warning(
                WebhookCheckNames.CertificateTrust,
                $"Issued by {shown.Certificate.Issuer}; trusted by the roots that were given.",
                "Make sure that the platform trusts the authority too: it knows the public ones only.")
            : Check.Passed(WebhookCheckNames.CertificateTrust, $"Issued by {shown.Certificate.Issuer}.");
    }

    private Check Issuer() => shown.IsSelfSigned
        ? Check.Failed(
            WebhookCheckNames.CertificateIssuer,
            $"{shown.Certificate.Subject} is its own issuer.",
            "The platform refuses self-signed certificates: get one from a public authority.")
        : Check.Passed(WebhookCheckNames.CertificateIssuer, $"{shown.Certificate.Subject} is not its own issuer.");

    private Check Name(string host) => shown.Certificate.MatchesHostname(host)
        ? Check.Passed(WebhookCheckNames.CertificateName, $"It is for {host}.")
        : Check.Failed(
            WebhookCheckNames.CertificateName,
            $"It is for {shown.Certificate.Subject}, not for {host}.",
            $"Use a certificate that has {host} among its alternative names.");

    private Check Expiry()
    {
        var begins = new DateTimeOffset(shown.Certificate.NotBefore);
        var ends = new DateTimeOffset(shown.Certificate.NotAfter);
        var days = (int)Math.Floor((ends - now).TotalDays);
        if (begins > now)
        {
            return Check.Failed(
                WebhookCheckNames.CertificateExpiry, $"It is valid only from {begins:u}.", "Wait, or use another certificate.");
        }

        if (ends <= now)
            return Check.Failed(WebhookCheckNames.CertificateExpiry, $"It expired on {ends:u}.", "Renew the certificate.");

        return days < FewDays
            ? Check.Warning(WebhookCheckNames.CertificateExpiry, $"It expires in {days} days.", "Renew the certificate soon.")
            : Check.Passed(WebhookCheckNames.CertificateExpiry, $"It expires in {days} days.");
    }
}
