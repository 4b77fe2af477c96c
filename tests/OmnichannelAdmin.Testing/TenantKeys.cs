using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// The key of a tenant of Microsoft Entra: it signs the tenant's tokens, and is published where receivers of tokens
/// look for it.
/// </summary>
/// <param name="tenantId">The tenant.</param>
public sealed class TenantKeys(Guid tenantId)
{
    /// <summary>Where tokens are asked for, and keys.</summary>
    public const string Host = "login.microsoftonline.com";

    private readonly RsaSecurityKey _key = NewKey();

    /// <summary>A key that no tenant publishes.</summary>
    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>A token, of version 2 and good for an hour unless a test wants it otherwise.</summary>
    public string Token(
        string audience,
        string? issuer = null,
        TimeSpan? lifetime = null,
        RsaSecurityKey? key = null,
        Dictionary<string, object>? claims = null)
    {
        var now = DateTime.UtcNow;
        var end = now + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? $"https://{Host}/{tenantId}/v2.0",
            Audience = audience,
            Claims = claims,
            NotBefore = end.AddHours(-2),
            Expires = end,
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What the tenant publishes at a path, or null when that is nothing about keys.</summary>
    public HttpResponseMessage? Publish(string path)
    {
        if (path == $"/{tenantId}/v2.0/.well-known/openid-configuration")
            return Answers.Json(Metadata().ToJsonString());

        return path == "/keys" ? Answers.Json(Keys().ToJsonString()) : null;
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = $"https://{Host}/{tenantId}/v2.0",
        ["jwks_uri"] = $"https://{Host}/keys",
    };

    private JsonObject Keys()
    {
        var shown = new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId };
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(shown);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = key.Kty,
                ["use"] = "sig",
                ["kid"] = key.KeyId,
                ["n"] = key.N,
                ["e"] = key.E,
            }),
        };
    }
}
