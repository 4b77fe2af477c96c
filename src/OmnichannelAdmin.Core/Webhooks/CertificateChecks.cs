using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>The checks of a webhook's certificate.</summary>
internal sealed class CertificateChecks(ServerCertificate shown, CertificateTrust trust, DateTimeOffset now)
{
    // Long enough to have a certificate renewed by people who are on holiday.
    private const int FewDays = 30;

    /// <summary>Makes all of them.</summary>
    /// <param name="checks">Where they are noted.</param>
    /// <param name="host">The host that the certificate must be for.</param>
    public void MakeFor(CheckList checks, string host)
    {
        checks.Add(WebhookCheckNames.CertificateTrust, Trust());
        checks.Add(WebhookCheckNames.CertificateIssuer, Issuer());
        checks.Add(WebhookCheckNames.CertificateName, Name(host));
        checks.Add(WebhookCheckNames.CertificateExpiry, Expiry());
    }

    private CheckVerdict Trust()
    {
        if (shown.Problems.Count > 0)
        {
            return CheckVerdict.Failed(
                string.Join(" ", shown.Problems.Distinct()),
                "Use a certificate of a public authority, and let the server send the certificates "
                    + "between it and the root.");
        }

        return trust.IsPrivate
            ? CheckVerdict.Warning(
                $"Issued by {shown.Certificate.Issuer}; trusted by the roots that were given.",
                "Make sure that the platform trusts the authority too: it knows the public ones only.")
            : CheckVerdict.Passed($"Issued by {shown.Certificate.Issuer}.");
    }

    private CheckVerdict Issuer() => shown.IsSelfSigned
        ? CheckVerdict.Failed(
            $"{shown.Certificate.Subject} is its own issuer.",
            "The platform refuses self-signed certificates: get one from a public authority.")
        : CheckVerdict.Passed($"{shown.Certificate.Subject} is not its own issuer.");

    private CheckVerdict Name(string host) => shown.Certificate.MatchesHostname(host)
        ? CheckVerdict.Passed($"It is for {host}.")
        : CheckVerdict.Failed(
            $"It is for {shown.Certificate.Subject}, not for {host}.",
            $"Use a certificate that has {host} among its alternative names.");

    private CheckVerdict Expiry()
    {
        var begins = new DateTimeOffset(shown.Certificate.NotBefore);
        var ends = new DateTimeOffset(shown.Certificate.NotAfter);
        var days = (int)Math.Floor((ends - now).TotalDays);
        if (begins > now)
        {
            return CheckVerdict.Failed($"It is valid only from {begins:u}.", "Wait, or use another certificate.");
        }

        if (ends <= now)
            return CheckVerdict.Failed($"It expired on {ends:u}.", "Renew the certificate.");

        return days < FewDays
            ? CheckVerdict.Warning($"It expires in {days} days.", "Renew the certificate soon.")
            : CheckVerdict.Passed($"It expires in {days} days.");
    }
}
