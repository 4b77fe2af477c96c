using System.Text.RegularExpressions;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// What an environment says, when it is asked anything without a token, about where to get one: the header
/// <c>WWW-Authenticate: Bearer authorization_uri=…, resource_id=…</c>. It is hearsay until somebody has checked it.
/// </summary>
/// <param name="Authorization">Where to sign in, or null when the environment does not say.</param>
/// <param name="Resource">What the token is to be for, or null when the environment does not say.</param>
internal sealed partial record AuthenticationChallenge(string? Authorization, string? Resource)
{
    /// <summary>Reads the header.</summary>
    /// <returns>The challenge, or null when the header holds none for bearer tokens.</returns>
    public static AuthenticationChallenge? Parse(string? header)
    {
        var bearer = header?.IndexOf("Bearer ", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (bearer < 0)
            return null;

        var parameters = Parameter().Matches(header![bearer..])
            .GroupBy(match => match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key, group => group.First().Groups["value"].Value, StringComparer.OrdinalIgnoreCase);
        return new AuthenticationChallenge(
            parameters.GetValueOrDefault("authorization_uri"), parameters.GetValueOrDefault("resource_id"));
    }

    [GeneratedRegex("""(?<name>[A-Za-z_]+)\s*=\s*"?(?<value>[^",\s]*)""")]
    private static partial Regex Parameter();
}
