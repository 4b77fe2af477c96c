using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>One way to sign in: hands out tokens for an environment. Safe for concurrent calls.</summary>
public interface IAccessTokenSource
{
    /// <summary>Hands out a token that is good for at least the next few minutes where the source can tell.</summary>
    /// <param name="observer">The observer of the request that needs the token.</param>
    /// <param name="refused">The token that the environment just refused with a 401, or null. It is not handed out
    /// again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken);
}
