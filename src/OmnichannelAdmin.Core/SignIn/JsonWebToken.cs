using System.Text.Json;

namespace OmnichannelAdmin.SignIn;

/// <summary>Looks into a token that somebody else made and the environment will judge. Nothing is verified here.</summary>
internal static class JsonWebToken
{
    /// <summary>When the token ends by its own word (claim <c>exp</c>), or null when it is no token that says so.</summary>
    public static DateTimeOffset? ExpiryOf(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;

        try
        {
            using var claims = JsonDocument.Parse(Decode(parts[1]));
            return claims.RootElement.TryGetProperty("exp", out var seconds) && seconds.TryGetInt64(out var value)
                ? DateTimeOffset.FromUnixTimeSeconds(value)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Decode(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight(base64.Length + ((4 - (base64.Length % 4)) % 4), '='));
    }
}
