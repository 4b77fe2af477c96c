using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>The access tokens that the sandbox has issued. They mean nothing outside of it.</summary>
public sealed class SandboxTokens
{
    private readonly ConcurrentDictionary<string, IssuedToken> _issued = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    internal SandboxTokens(TimeProvider time) => _time = time;

    /// <summary>Issues a token.</summary>
    /// <param name="userId">The user whom requests with the token come from.</param>
    /// <param name="lifetime">How long it is valid, by the organization's clock.</param>
    /// <returns>The token.</returns>
    public string Issue(Guid userId, TimeSpan lifetime)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _issued[token] = new IssuedToken(userId, _time.GetUtcNow() + lifetime);
        return token;
    }

    /// <summary>Forgets all tokens, as when somebody has revoked them.</summary>
    public void RevokeAll() => _issued.Clear();

    /// <summary>What a token stands for, or null when it is not of the sandbox.</summary>
    internal IssuedToken? Find(string token) => _issued.GetValueOrDefault(token);
}
