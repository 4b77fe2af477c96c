using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.SignIn;

/// <summary>Finds a certificate and its key in a file or in the machine's stores.</summary>
public static class CertificateFinder
{
    private static readonly StoreLocation[] Locations = [StoreLocation.CurrentUser, StoreLocation.LocalMachine];

    // Keeps the key in memory where the platform can; otherwise it would be written to the user's key folder.
    private static readonly X509KeyStorageFlags KeyStorage =
        OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    /// <summary>Reads a certificate from a PFX (PKCS #12) or PEM file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">The password of the PFX, or of the PEM's encrypted key; null for none.</param>
    /// <exception cref="SignInException">The file cannot be read, or the password is wrong.</exception>
    public static X509Certificate2 FromFile(string path, SecureString? password)
    {
        var secret = password is null ? null : new NetworkCredential("", password).Password;
        try
        {
            return IsPem(path) ? FromPem(path, secret) : new X509Certificate2(path, secret, KeyStorage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignInException(
                "CertificateFileUnreadable", $"The certificate file cannot be read: {e.Message}", e);
        }
        catch (CryptographicException e)
        {
            var cause = password is null ? "It may need -CertificatePassword." : "The password may be wrong.";
            throw new SignInException(
                "CertificateFileInvalid",
                $"'{path}' cannot be opened as a PFX or PEM file with its private key. {cause}",
                e);
        }
    }

    /// <summary>Finds a certificate by its thumbprint in the personal stores of the user and of the machine.</summary>
    /// <param name="thumbprint">40 hex digits; blanks and invisible marks that come with copying are ignored.</param>
    /// <exception cref="SignInException">There is none.</exception>
    public static X509Certificate2 FromStores(string thumbprint)
    {
        ArgumentNullException.ThrowIfNull(thumbprint);
        var digits = string.Concat(thumbprint.Where(char.IsAsciiHexDigit));
        var found = Locations.SelectMany(location => Find(location, digits)).ToList();
        return found.Find(certificate => certificate.HasPrivateKey)
            ?? found.FirstOrDefault()
            ?? throw new SignInException(
                "CertificateNotFound",
                $"No certificate with the thumbprint {digits} is in the personal store of this user or of this "
                + "machine. In Azure Automation use -Certificate (Get-AutomationCertificate …); elsewhere "
                + "-CertificatePath.");
    }

    private static bool IsPem(string path)
    {
        using var reader = new StreamReader(path);
        var start = new char[64];
        var length = reader.ReadBlock(start, 0, start.Length);
        return start.AsSpan(0, length).TrimStart().StartsWith("-----BEGIN") || Path.GetExtension(path) == ".pem";
    }

    private static X509Certificate2 FromPem(string path, string? password) => password is null
        ? X509Certificate2.CreateFromPemFile(path)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password);

    private static IEnumerable<X509Certificate2> Find(StoreLocation location, string thumbprint)
    {
        try
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return [.. store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false)];
        }
        catch (CryptographicException)
        {
            // Not every platform has every store.
            return [];
        }
    }
}
