namespace OmnichannelAdmin.SignIn;

/// <summary>A bearer token. Its text is never part of what the object shows of itself.</summary>
/// <param name="value">The token's text.</param>
/// <param name="expiresOn">When it ends, or null when that cannot be told.</param>
public sealed class AccessToken(string value, DateTimeOffset? expiresOn)
{
    /// <summary>When the token ends, or null when that cannot be told.</summary>
    public DateTimeOffset? ExpiresOn { get; } = expiresOn;

    /// <summary>The token's text, for the Authorization header and nothing else.</summary>
    public string Reveal() => value;
}
