using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.SignIn;

/// <summary>What a certificate must be like to sign in with it.</summary>
internal static class CertificateRules
{
    /// <exception cref="SignInException">The certificate cannot be used.</exception>
    public static void Check(X509Certificate2 certificate, TimeProvider time)
    {
        if (!certificate.HasPrivateKey)
        {
            throw Refuse(
                "CertificateWithoutKey",
                certificate,
                "comes without its private key. A .cer file has none; use the .pfx or .p12 file, or the store that "
                + "the key is in");
        }

        using var key = certificate.GetRSAPrivateKey();
        if (key is null)
            throw Refuse("CertificateNotRsa", certificate, "has no RSA key, and Microsoft Entra accepts no other");

        var now = time.GetUtcNow();
        if (certificate.NotAfter.ToUniversalTime() < now)
        {
            throw Refuse(
                "CertificateExpired",
                certificate,
                $"expired on {certificate.NotAfter.ToUniversalTime():u}; use its successor");
        }

        if (certificate.NotBefore.ToUniversalTime() > now)
        {
            throw Refuse(
                "CertificateNotYetValid",
                certificate,
                $"is valid only from {certificate.NotBefore.ToUniversalTime():u} on; check this machine's clock");
        }
    }

    private static SignInException Refuse(string id, X509Certificate2 certificate, string what) =>
        new(id, $"The certificate {certificate.Subject} ({certificate.Thumbprint}) {what}.");
}
