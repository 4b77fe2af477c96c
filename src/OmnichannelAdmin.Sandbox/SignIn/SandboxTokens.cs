using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>The access tokens that the sandbox has issued. They mean nothing outside of it.</summary>
public sealed class SandboxTokens
{
    private readonly ConcurrentDictionary<string, IssuedToken> _issued = new(StringComparer.Ordinal);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly SandboxSettings _settings;

    internal SandboxTokens(SandboxSettings settings) => _settings = settings;

    /// <summary>Issues a token.</summary>
    /// <param name="userId">The user whom requests with the token come from.</param>
    /// <param name="lifetime">How long it is valid, by the organization's clock.</param>
    /// <returns>The token.</returns>
    public string Issue(Guid userId, TimeSpan lifetime)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _issued[token] = new IssuedToken(userId, _settings.Time.GetUtcNow() + lifetime);
        return token;
    }

    /// <summary>Forgets all tokens, as when somebody has revoked them.</summary>
    public void RevokeAll() => _issued.Clear();

    /// <summary>Issues a token to an application, with the claims that clients read out of one.</summary>
    /// <param name="clientId">The application.</param>
    /// <param name="audience">What the token is for.</param>
    /// <param name="userId">The application's user, or null when the token is not for the environment.</param>
    /// <param name="lifetime">How long it is valid, by the organization's clock.</param>
    internal string Issue(Guid clientId, string audience, Guid? userId, TimeSpan lifetime)
    {
        var now = _settings.Time.GetUtcNow();
        var token = Sign(new Dictionary<string, object>
        {
            ["aud"] = audience,
            ["iss"] = $"https://sts.windows.net/{_settings.TenantId}/",
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["appid"] = clientId,
            ["tid"] = _settings.TenantId,
            ["jti"] = Guid.NewGuid(),
            ["ver"] = "1.0",
        });
        _issued[token] = new IssuedToken(userId, now + lifetime);
        return token;
    }

    /// <summary>What a token stands for, or null when it is not of the sandbox.</summary>
    internal IssuedToken? Find(string token) => _issued.GetValueOrDefault(token);

    private string Sign(Dictionary<string, object> claims)
    {
        var header = new Dictionary<string, object> { ["typ"] = "JWT", ["alg"] = "HS256" };
        var signed = $"{Encode(JsonSerializer.SerializeToUtf8Bytes(header))}."
            + Encode(JsonSerializer.SerializeToUtf8Bytes(claims));
        return $"{signed}.{Encode(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
