using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace OmnichannelAdmin.TestCloud;

/// <summary>Makes tokens and knows which of them are good.</summary>
public sealed class TokenMint
{
    private readonly ConcurrentDictionary<string, bool> _good = new();
    private int _count;

    /// <summary>How many seconds a new token lives by its own word.</summary>
    public int LifetimeSeconds { get; set; } = 3600;

    /// <summary>How many tokens were made.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Makes a token.</summary>
    public string Make()
    {
        var number = Interlocked.Increment(ref _count);
        var ends = DateTimeOffset.UtcNow.AddSeconds(LifetimeSeconds).ToUnixTimeSeconds();
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { exp = ends, appid = CloudIdentity.ClientId, number });
        var header = CloudAnswers.Base64Url("""{"alg":"none"}"""u8);
        var signature = CloudAnswers.Base64Url(Encoding.ASCII.GetBytes($"token-{number}"));
        var token = $"{header}.{CloudAnswers.Base64Url(claims)}.{signature}";
        _good[token] = true;
        return token;
    }

    /// <summary>Whether an Authorization header holds a good token.</summary>
    public bool IsGood(string? authorization) =>
        authorization is not null
        && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && _good.ContainsKey(authorization["Bearer ".Length..]);

    /// <summary>Makes all tokens so far worthless.</summary>
    public void RevokeAll() => _good.Clear();
}
