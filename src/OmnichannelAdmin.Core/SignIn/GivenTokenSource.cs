using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>Hands out a token that the user got elsewhere and that nobody here can renew.</summary>
public sealed class GivenTokenSource : IAccessTokenSource
{
    private readonly AccessToken _token;

    /// <summary>Makes the source.</summary>
    /// <param name="token">The token's text.</param>
    public GivenTokenSource(string token) => _token = new AccessToken(token, JsonWebToken.ExpiryOf(token));

    /// <inheritdoc/>
    /// <exception cref="SignInException">The environment refused the token.</exception>
    public ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken)
    {
        if (refused is null)
            return ValueTask.FromResult(_token);

        var expiry = _token.ExpiresOn is { } end ? $" It says of itself that it ends at {end:u}." : "";
        throw new SignInException(
            "AccessTokenRefused",
            $"The environment refused the access token.{expiry} Get a new one for this environment and connect again, "
            + "or give -AccessToken a script block, which is asked for a new token when the old one ends.");
    }
}
