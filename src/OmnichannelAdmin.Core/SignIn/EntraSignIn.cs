using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>The ways to sign in at Microsoft Entra for one environment.</summary>
public sealed class EntraSignIn
{
    private readonly EnvironmentUrl _environment;
    private readonly EntraAuthority _authority;
    private readonly Func<HttpMessageHandler> _createTransport;
    private readonly TimeProvider _time;

    /// <summary>Makes the ways.</summary>
    /// <param name="environment">The environment that tokens are for.</param>
    /// <param name="authority">Where to sign in.</param>
    /// <param name="createTransport">Makes what carries requests for tokens.</param>
    /// <param name="time">The clock.</param>
    public EntraSignIn(
        EnvironmentUrl environment, EntraAuthority authority, Func<HttpMessageHandler> createTransport, TimeProvider time)
    {
        _environment = environment;
        _authority = authority;
        _createTransport = createTransport;
        _time = time;
    }

    /// <summary>Signs an application in with a client secret.</summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="secret">The secret's value; a copy is kept.</param>
    /// <exception cref="SignInException">No tenant is known.</exception>
    public IAccessTokenSource WithClientSecret(Guid clientId, SecureString secret) =>
        new ClientSecretTokenSource(Application(clientId), secret, _createTransport(), _time);

    /// <summary>Signs an application in with a certificate.</summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="certificate">The certificate with its private RSA key; a copy is kept.</param>
    /// <exception cref="SignInException">No tenant is known, or the certificate cannot be used.</exception>
    public IAccessTokenSource WithCertificate(Guid clientId, X509Certificate2 certificate)
    {
        CertificateRules.Check(certificate, _time);
        return new CertificateTokenSource(Application(clientId), certificate, _createTransport(), _time);
    }

    private EntraApplication Application(Guid clientId) => _authority.NamesTenant
        ? new EntraApplication(_authority, clientId, _environment)
        : throw new SignInException(
            "TenantMissing", "The environment does not say which tenant it belongs to, and an application signs in to one: give -TenantId.");
}
