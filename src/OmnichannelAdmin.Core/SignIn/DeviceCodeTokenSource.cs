using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs a person in who has a browser on another device.</summary>
internal sealed class DeviceCodeTokenSource(
    EntraApplication application,
    Func<DeviceCode, Task> show,
    TokenCacheKind cache,
    HttpMessageHandler transport,
    TimeProvider time)
    : PublicClientTokenSource(application, cache, transport, time)
{
    protected override Task<AuthenticationResult> AskAsync(
        IPublicClientApplication client, string[] scopes, CancellationToken cancellationToken) => client
            .AcquireTokenWithDeviceCode(
                scopes, code =>
                    show(new DeviceCode(new Uri(code.VerificationUrl), code.UserCode, code.ExpiresOn, code.Message)))
            .ExecuteAsync(cancellationToken);
}
