using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>
/// A merchant's certificate with its private key, as PKCS #12, ready for the two columns that hold its base64 text.
/// That PKCS #12 is meant, and that the text is cut after 4,000 characters, is inferred from the columns' names.
/// </summary>
public sealed class MerchantCertificate
{
    /// <summary>How many characters each of the two columns holds.</summary>
    public const int ColumnLength = 4000;

    private const string Field = "Certificate";

    // Base64 makes four characters of three bytes.
    private const int MostBytes = 2 * ColumnLength / 4 * 3;

    private readonly byte[] _content;
    private readonly SecureString _password;

    private MerchantCertificate(string fileName, byte[] content, SecureString password)
    {
        FileName = fileName;
        _content = content;
        _password = password;
    }

    /// <summary>The name of the certificate's file.</summary>
    public string FileName { get; }

    /// <summary>Reads a PKCS #12 file (.p12, .pfx).</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Its password.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">
    /// There is no such file, the password does not open it, it holds no private key, or it is too large for the
    /// columns.
    /// </exception>
    public static async Task<MerchantCertificate> ReadAsync(
        string path, SecureString password, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw Refuse("NotFound", $"there is no file '{path}'.");

        CheckSize(file.Length);
        var content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        using var certificate = Open(content, password, file.Name);
        if (!certificate.HasPrivateKey)
            throw WithoutPrivateKey($"'{file.Name}'");

        return new MerchantCertificate(file.Name, content, password);
    }

    /// <summary>Takes a certificate that is at hand.</summary>
    /// <param name="certificate">The certificate; its private key must be exportable.</param>
    /// <param name="password">The password to protect it with.</param>
    /// <exception cref="OcValidationException">
    /// It has no private key, the key cannot be exported, or the result is too large for the columns.
    /// </exception>
    public static MerchantCertificate Of(X509Certificate2 certificate, SecureString password)
    {
        if (!certificate.HasPrivateKey)
            throw WithoutPrivateKey($"'{certificate.Subject}'");

        var content = Export(certificate, password);
        CheckSize(content.Length);
        return new MerchantCertificate($"{certificate.Thumbprint}.p12", content, password);
    }

    /// <summary>
    /// Puts the certificate into the values of a merchant; the second column is cleared when the first is enough.
    /// </summary>
    public void WriteTo(RecordValues merchant)
    {
        var text = Convert.ToBase64String(_content);
        merchant[nameof(ApplePayMerchant.CertificateFileName)] = FileName;
        merchant[nameof(ApplePayMerchant.CertificateStart)] = Secret(
            text.AsSpan(0, Math.Min(ColumnLength, text.Length)));
        merchant[nameof(ApplePayMerchant.CertificateRest)] = text.Length > ColumnLength
            ? Secret(text.AsSpan(ColumnLength))
            : null;
        merchant[nameof(ApplePayMerchant.CertificatePassword)] = _password;
    }

    private static X509Certificate2 Open(byte[] content, SecureString password, string name)
    {
        try
        {
            return new X509Certificate2(content, password);
        }
        catch (CryptographicException)
        {
            throw Refuse("NotReadable", $"'{name}' is not a PKCS #12 file (.p12, .pfx) that the password opens.");
        }
    }

    private static byte[] Export(X509Certificate2 certificate, SecureString password)
    {
        try
        {
            return certificate.Export(X509ContentType.Pkcs12, password);
        }
        catch (CryptographicException)
        {
            throw Refuse(
                "KeyNotExportable",
                $"the private key of '{certificate.Subject}' cannot be exported; give the file instead.");
        }
    }

    private static void CheckSize(long bytes)
    {
        if (bytes == 0)
            throw Refuse("Empty", "it is empty.");

        if (bytes > MostBytes)
        {
            throw Refuse(
                "TooLarge",
                $"it has {bytes:N0} bytes; the columns hold {MostBytes:N0}. "
                    + "Export it without the certificates above it.");
        }
    }

    private static SecureString Secret(ReadOnlySpan<char> text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);

        secret.MakeReadOnly();
        return secret;
    }

    private static OcValidationException WithoutPrivateKey(string name) =>
        Refuse("WithoutPrivateKey", $"{name} holds no private key, with which alone a merchant can prove who it is.");

    private static OcValidationException Refuse(string rule, string reason) =>
        new(Field, Field + rule, $"{Field}: {reason}");
}
