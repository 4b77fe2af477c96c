using Microsoft.IdentityModel.JsonWebTokens;
using OmnichannelAdmin.SignIn;
using Claims = Microsoft.IdentityModel.JsonWebTokens.JsonWebToken;

namespace OmnichannelAdmin.Messaging;

/// <summary>A token for the messaging API, and what it says of itself. Nothing in it is verified here.</summary>
public sealed class MessagingToken
{
    internal MessagingToken(AccessToken token, string scope)
    {
        Token = token;
        Scope = scope;
        ExpiresOn = token.ExpiresOn;
        if (!new JsonWebTokenHandler().CanReadToken(token.Reveal()))
            return;

        var claims = new Claims(token.Reveal());
        Audience = claims.Audiences.FirstOrDefault();
        Issuer = claims.Issuer;
        AppId = Claim(claims, "appid") ?? Claim(claims, "azp");
        TenantId = Claim(claims, "tid");
        Roles = [.. claims.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value)];
    }

    /// <summary>The scope that it was asked for.</summary>
    public string Scope { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>Whom it is for (claim <c>aud</c>); null when the token cannot be read.</summary>
    public string? Audience { get; }

    /// <summary>Who issued it (claim <c>iss</c>).</summary>
    public string? Issuer { get; }

    /// <summary>
    /// The application that it was issued to (claim <c>appid</c>, in tokens of version 2 <c>azp</c>).
    /// </summary>
    public string? AppId { get; }

    /// <summary>The tenant (claim <c>tid</c>).</summary>
    public string? TenantId { get; }

    /// <summary>What the application may do (claims <c>roles</c>).</summary>
    public IReadOnlyList<string> Roles { get; } = [];

    /// <summary>The token itself.</summary>
    internal AccessToken Token { get; }

    private static string? Claim(Claims token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
