using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Payments;

namespace OmnichannelAdmin.Cmdlets.Payments;

/// <summary>The merchant's certificate as the user gave it: in a file, or itself.</summary>
internal static class CertificateInput
{
    /// <returns>The certificate, or null when none was given.</returns>
    /// <exception cref="OcValidationException">It cannot be used, or its password is missing.</exception>
    public static async Task<MerchantCertificate?> ReadAsync(
        string? path, X509Certificate2? certificate, SecureString? password, CancellationToken cancellationToken)
    {
        if (path is null && certificate is null)
            return null;

        if (password is not { Length: > 0 })
        {
            throw new OcValidationException(
                "CertificatePassword", "CertificatePasswordMissing",
                "CertificatePassword is missing; a certificate comes with its password.");
        }

        return path is null
            ? MerchantCertificate.Of(certificate!, password)
            : await MerchantCertificate.ReadAsync(path, password, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the error of a certificate that was not given.</summary>
    public static OcValidationException Missing() => new(
        "Certificate", "CertificateMissing",
        "The merchant's certificate is missing; give -CertificatePath or -Certificate.");
}
