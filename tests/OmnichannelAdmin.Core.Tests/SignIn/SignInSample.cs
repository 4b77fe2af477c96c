using System.Security;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.SignIn;

/// <summary>The environment, tenant and application that the tests of signing in speak of.</summary>
internal static class SignInSample
{
    public const string Host = "https://contoso.crm4.dynamics.com";
    public const string Tenant = "1f0e3a52-6d0c-4a4e-9f3a-2f0f4c1d7b11";
    public const string SecretText = "s3cret+value/with=marks";
    public const string TokenUrl = $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token";

    public static readonly Guid ClientId = new("7f9ad2f0-2d5b-4a8e-8d51-0f3f5f0f6c22");
    public static readonly EnvironmentUrl Environment = EnvironmentUrl.Parse(Host, allowUnknownHost: false);
    public static readonly EntraAuthority Authority = EntraAuthority.Of(
        new Uri("https://login.microsoftonline.com"), Tenant);

    public static EntraSignIn Through(HttpMessageHandler transport) =>
        new(Environment, Authority, () => transport, TimeProvider.System);

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var letter in text)
            secure.AppendChar(letter);

        return secure;
    }

    /// <summary>The text of the first token that the source hands out.</summary>
    public static async Task<string> FirstTokenAsync(IAccessTokenSource source, IDataverseObserver? observer = null) =>
        (await source.GetTokenAsync(observer ?? SilentObserver.Instance, refused: null, CancellationToken.None))
            .Reveal();

    /// <summary>A transport that answers everything with one token.</summary>
    public static ScriptedTransport Granting(string token = "token-1") =>
        new() { Otherwise = _ => SignInAnswers.Token(token) };
}
