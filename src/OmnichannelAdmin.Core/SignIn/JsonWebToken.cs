using System.Globalization;
using System.Text.Json;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Looks into a token that somebody else made and the environment will judge. Nothing is verified here.
/// </summary>
internal static class JsonWebToken
{
    private static readonly long LatestMoment = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>
    /// When the token ends by its own word (claim <c>exp</c>), or null when it is no token that says so.
    /// </summary>
    public static DateTimeOffset? ExpiryOf(string token)
    {
        if (!long.TryParse(ClaimOf(token, "exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;

        return seconds <= LatestMoment ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>A claim as text, or null when it is no token that has it.</summary>
    public static string? ClaimOf(string token, string claim)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Decode(parts[1])).TextOf(claim);
        }
        catch (Exception e) when (e is FormatException or JsonException)
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
