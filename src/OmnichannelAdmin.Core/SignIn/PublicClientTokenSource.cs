using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs a person in, and from then on renews without asking.</summary>
internal abstract class PublicClientTokenSource : MsalTokenSource
{
    private readonly EntraApplication _application;
    private readonly TokenCacheKind _cache;
    private IPublicClientApplication? _client;
    private IAccount? _account;

    protected PublicClientTokenSource(
        EntraApplication application, TokenCacheKind cache, HttpMessageHandler transport, TimeProvider time)
        : base(transport, time)
    {
        _application = application;
        _cache = cache;
    }

    /// <summary>Asks the person.</summary>
    protected abstract Task<AuthenticationResult> AskAsync(
        IPublicClientApplication client, string[] scopes, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<AuthenticationResult> AcquireAsync(
        bool isFirst, CancellationToken cancellationToken)
    {
        _client ??= await BuildAsync().ConfigureAwait(false);
        string[] scopes = [_application.UserScope];
        var result = await TryRenewAsync(_client, scopes, isFirst, cancellationToken).ConfigureAwait(false)
            ?? await AskAsync(_client, scopes, cancellationToken).ConfigureAwait(false);
        _account = result.Account;
        return result;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _client = null;
        _account = null;
        base.Dispose(disposing);
    }

    private async Task<AuthenticationResult?> TryRenewAsync(
        IPublicClientApplication client, string[] scopes, bool isFirst, CancellationToken cancellationToken)
    {
        var account = _account ?? await FindAccountAsync(client).ConfigureAwait(false);
        if (account is null)
            return null;

        try
        {
            return await client.AcquireTokenSilent(scopes, account)
                .WithForceRefresh(!isFirst)
                .ExecuteAsync(cancellationToken)
                .ConfigureAwait(false);
        }
        catch (MsalUiRequiredException) when (isFirst)
        {
            // What an earlier session left behind has ended. In the midst of work nobody expects a sign-in page.
            return null;
        }
    }

    // With several accounts in the cache nobody knows which one is meant, so the person is asked.
    private static async Task<IAccount?> FindAccountAsync(IPublicClientApplication client)
    {
        var accounts = await client.GetAccountsAsync().ConfigureAwait(false);
        return accounts.Take(2).ToList() is [var only] ? only : null;
    }

    private async Task<IPublicClientApplication> BuildAsync()
    {
        var client = PublicClientApplicationBuilder.Create(_application.ClientId.ToString())
            .WithAuthority(_application.Authority.Url)
            .WithInstanceDiscovery(false)
            .WithRedirectUri("http://localhost")
            .WithHttpClientFactory(Http)
            .Build();
        if (_cache == TokenCacheKind.Encrypted)
            await EncryptedTokenCache.AttachAsync(client, _application.ClientId).ConfigureAwait(false);

        return client;
    }
}
