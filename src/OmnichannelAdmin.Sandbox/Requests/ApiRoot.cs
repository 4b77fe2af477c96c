using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>The root of the Web API in a URL: <c>…/api/data/v9.2/</c>, or an earlier version 9.</summary>
internal static partial class ApiRoot
{
    /// <summary>The root that a URL lies under, at the URL's own origin, or null.</summary>
    public static Uri? Find(Uri url)
    {
        var match = RootPath().Match(url.AbsolutePath);
        return match.Success
            ? new Uri($"{url.GetLeftPart(UriPartial.Authority)}{match.Groups[1].Value}/")
            : null;
    }

    [GeneratedRegex("^(/api/data/v9\\.[0-2])(/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex RootPath();
}
