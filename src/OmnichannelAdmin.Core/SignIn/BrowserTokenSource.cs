using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs a person in with the system's browser. The answer comes back to a port of this machine.</summary>
internal sealed class BrowserTokenSource(
    EntraApplication application,
    BrowserFinder browsers,
    Func<Uri, Task>? openBrowser,
    TokenCacheKind cache,
    HttpMessageHandler transport,
    TimeProvider time)
    : PublicClientTokenSource(application, cache, transport, time)
{
    protected override Task<AuthenticationResult> AskAsync(
        IPublicClientApplication client, string[] scopes, CancellationToken cancellationToken)
    {
        if (openBrowser is null && !browsers.CanOpen)
            throw new SignInException(BrowserFinder.ErrorId, BrowserFinder.Advice);

        return client.AcquireTokenInteractive(scopes)
            .WithUseEmbeddedWebView(false)
            .WithSystemWebViewOptions(new SystemWebViewOptions { OpenBrowserAsync = openBrowser })
            .ExecuteAsync(cancellationToken);
    }
}
