using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>The ways to sign in at Microsoft Entra for one environment, or for another resource.</summary>
public sealed class EntraSignIn
{
    /// <summary>
    /// The application that Microsoft registered for its samples and asks to replace with one's own for anything else.
    /// Source: the Power Apps page on authenticating with OAuth.
    /// </summary>
    public static readonly Guid SampleClientId = new("51f81489-12ee-4a9e-aaae-a2591f45987d");

    private readonly string _resource;
    private readonly EntraAuthority _authority;
    private readonly Func<HttpMessageHandler> _createTransport;
    private readonly TimeProvider _time;

    /// <summary>Makes the ways.</summary>
    /// <param name="environment">The environment that tokens are for.</param>
    /// <param name="authority">Where to sign in.</param>
    /// <param name="createTransport">Makes what carries requests for tokens.</param>
    /// <param name="time">The clock.</param>
    public EntraSignIn(
        EnvironmentUrl environment,
        EntraAuthority authority,
        Func<HttpMessageHandler> createTransport,
        TimeProvider time)
        : this(environment.Origin.GetLeftPart(UriPartial.Authority), authority, createTransport, time)
    {
    }

    /// <summary>Makes the ways.</summary>
    /// <param name="resource">What tokens are for: the scope without <c>/.default</c>.</param>
    /// <param name="authority">Where to sign in.</param>
    /// <param name="createTransport">Makes what carries requests for tokens.</param>
    /// <param name="time">The clock.</param>
    public EntraSignIn(
        string resource, EntraAuthority authority, Func<HttpMessageHandler> createTransport, TimeProvider time)
    {
        _resource = resource;
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

    /// <summary>Signs an application in with a token of another issuer that its registration trusts.</summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="token">Hands out the outside token.</param>
    /// <exception cref="SignInException">No tenant is known.</exception>
    public IAccessTokenSource WithFederatedToken(Guid clientId, FederatedToken token) =>
        new FederatedTokenSource(Application(clientId), token, _createTransport(), _time);

    /// <summary>Signs a person in who has a browser on another device.</summary>
    /// <param name="clientId">The application (client) id, of a public client.</param>
    /// <param name="show">Shows the person what to do.</param>
    /// <param name="cache">Where the sign-in is kept.</param>
    public IAccessTokenSource WithDeviceCode(Guid clientId, Func<DeviceCode, Task> show, TokenCacheKind cache) =>
        new DeviceCodeTokenSource(PublicApplication(clientId), show, cache, _createTransport(), _time);

    /// <summary>Signs a person in with the system's browser.</summary>
    /// <param name="clientId">
    /// The application (client) id, of a public client that has the redirect URI http://localhost.
    /// </param>
    /// <param name="cache">Where the sign-in is kept.</param>
    /// <param name="environmentVariable">Reads an environment variable, to find out whether a browser can open.</param>
    /// <param name="openBrowser">Opens the sign-in page; null for the system's own way.</param>
    public IAccessTokenSource WithBrowser(
        Guid clientId,
        TokenCacheKind cache,
        Func<string, string?> environmentVariable,
        Func<Uri, Task>? openBrowser = null) => new BrowserTokenSource(
            PublicApplication(clientId),
            new BrowserFinder(environmentVariable),
            openBrowser,
            cache,
            _createTransport(),
            _time);

    private EntraApplication PublicApplication(Guid clientId) => new(_authority, clientId, _resource);

    private EntraApplication Application(Guid clientId) => _authority.NamesTenant
        ? new EntraApplication(_authority, clientId, _resource)
        : throw new SignInException(
            "TenantMissing",
            "The environment does not say which tenant it belongs to, and an application signs in to one: give "
            + "-TenantId.");
}
