using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// A bearer that looks like one of the platform's and is signed with a key that nobody else has, to see whether a
/// webhook looks at signatures.
/// </summary>
internal static class ForgedToken
{
    private const int KeySize = 2048;

    public static string Make(WebhookTestSettings settings)
    {
        using var key = RSA.Create(KeySize);
        var tenant = settings.TenantId ?? Guid.NewGuid();
        var app = (settings.AppId ?? Guid.NewGuid()).ToString();
        var now = settings.Time.GetUtcNow().UtcDateTime;
        var signing = new RsaSecurityKey(key)
        {
            KeyId = Guid.NewGuid().ToString("N"),
            // The key is gone after this call, so no signer made of it may be kept for later.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = $"https://login.microsoftonline.com/{tenant}/v2.0",
            Audience = app,
            Claims = new Dictionary<string, object> { ["azp"] = app, ["tid"] = tenant.ToString(), ["ver"] = "2.0" },
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
        });
    }
}
