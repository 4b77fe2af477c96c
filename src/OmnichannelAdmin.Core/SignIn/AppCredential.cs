using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.SignIn;

/// <summary>What an application proves itself with.</summary>
public sealed class AppCredential
{
    private readonly Func<EntraSignIn, Guid, IAccessTokenSource> _signIn;

    private AppCredential(Func<EntraSignIn, Guid, IAccessTokenSource> signIn) => _signIn = signIn;

    /// <summary>A client secret.</summary>
    /// <param name="secret">The secret's value.</param>
    public static AppCredential OfSecret(SecureString secret) =>
        new((entra, appId) => entra.WithClientSecret(appId, secret));

    /// <summary>A certificate.</summary>
    /// <param name="certificate">The certificate with its private RSA key.</param>
    public static AppCredential OfCertificate(X509Certificate2 certificate) =>
        new((entra, appId) => entra.WithCertificate(appId, certificate));

    /// <summary>Signs the application in.</summary>
    /// <exception cref="SignInException">The certificate cannot be used, or no tenant is known.</exception>
    internal IAccessTokenSource SignIn(EntraSignIn entra, Guid appId) => _signIn(entra, appId);
}
