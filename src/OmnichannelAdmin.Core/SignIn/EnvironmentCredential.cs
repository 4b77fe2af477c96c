using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// A credential from the environment variables that Azure's tools use: AZURE_TENANT_ID, AZURE_CLIENT_ID and one of
/// AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH (with AZURE_CLIENT_CERTIFICATE_PASSWORD) and
/// AZURE_FEDERATED_TOKEN_FILE, asked for in this order.
/// </summary>
public sealed class EnvironmentCredential
{
    private const string TenantVariable = "AZURE_TENANT_ID";
    private const string ClientVariable = "AZURE_CLIENT_ID";
    private const string SecretVariable = "AZURE_CLIENT_SECRET";
    private const string CertificateVariable = "AZURE_CLIENT_CERTIFICATE_PATH";
    private const string PasswordVariable = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
    private const string TokenFileVariable = "AZURE_FEDERATED_TOKEN_FILE";

    private readonly Func<string, string?> _read;
    private readonly Guid _clientId;

    private EnvironmentCredential(Func<string, string?> read, Guid clientId, string variable)
    {
        _read = read;
        _clientId = clientId;
        Variable = variable;
    }

    /// <summary>The name of the variable that holds the credential or leads to it.</summary>
    public string Variable { get; }

    /// <summary>The tenant, or null when the environment is to say which it is.</summary>
    public string? TenantId => _read(TenantVariable) is { Length: > 0 } tenant ? tenant : null;

    /// <summary>Reads the variables.</summary>
    /// <param name="read">Reads one; null or empty when it is not set.</param>
    /// <exception cref="SignInException">They hold no whole credential.</exception>
    public static EnvironmentCredential Find(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string[] ways = [SecretVariable, CertificateVariable, TokenFileVariable];
        var variable = Array.Find(ways, way => read(way) is { Length: > 0 });
        if (variable is null)
        {
            throw new SignInException(
                "EnvironmentVariablesMissing", $"None of the environment variables {string.Join(", ", ways)} is set.");
        }

        return Guid.TryParse(read(ClientVariable), out var clientId)
            ? new EnvironmentCredential(read, clientId, variable)
            : throw new SignInException(
                "EnvironmentVariablesMissing",
                $"{variable} is set, but {ClientVariable} is not, or is no GUID. It is the application (client) id.");
    }

    /// <summary>Makes the token source.</summary>
    /// <param name="entra">The ways to sign in.</param>
    /// <exception cref="SignInException">No tenant is known, or the certificate cannot be used.</exception>
    public IAccessTokenSource Through(EntraSignIn entra)
    {
        ArgumentNullException.ThrowIfNull(entra);
        switch (Variable)
        {
            case SecretVariable:
                using (var secret = Secure(_read(SecretVariable)!))
                    return entra.WithClientSecret(_clientId, secret);
            case CertificateVariable:
                using (var certificate = ReadCertificate())
                    return entra.WithCertificate(_clientId, certificate);
            default:
                var path = _read(TokenFileVariable)!;
                return entra.WithFederatedToken(
                    _clientId, (_, cancellationToken) => ReadTokenAsync(path, cancellationToken));
        }
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var letter in text)
            secure.AppendChar(letter);

        return secure;
    }

    // Whoever issues the token replaces the file before the token ends, so it is read anew each time.
    private static async Task<string> ReadTokenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SignInException(
                "FederatedTokenFileUnreadable",
                $"The file that {TokenFileVariable} names cannot be read: {e.Message}",
                e);
        }
    }

    private X509Certificate2 ReadCertificate()
    {
        using var password = _read(PasswordVariable) is { Length: > 0 } text ? Secure(text) : null;
        return CertificateFinder.FromFile(_read(CertificateVariable)!, password);
    }
}
