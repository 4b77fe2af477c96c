using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Core.Tests.SignIn;

/// <summary>Tokens straight from the cloud's mint, for tests that are not about signing in.</summary>
internal sealed class MintedTokens(TokenMint mint) : IAccessTokenSource
{
    public ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new AccessToken(mint.Make(), expiresOn: null));
}
