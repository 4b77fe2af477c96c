using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// A token source that hands out <c>token-1</c>, and the next one each time the present one was refused.
/// </summary>
public sealed class ScriptedTokens : IAccessTokenSource
{
    private int _number = 1;

    /// <summary>How often a token was asked for because one was refused.</summary>
    public int Replacements => _number - 1;

    public ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken)
    {
        var number = refused is null ? Volatile.Read(ref _number) : Interlocked.Increment(ref _number);
        return ValueTask.FromResult(new AccessToken($"token-{number}", expiresOn: null));
    }
}
