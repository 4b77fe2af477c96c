using System.Net;

namespace OmnichannelAdmin.Channels;

/// <summary>The rules for the base address of a webhook, which the platform itself does not check.</summary>
public static class WebhookUrlRules
{
    /// <summary>How many characters the column holds.</summary>
    public const int MaxLength = 500;

    private const string Field = "WebhookUrl";
    private const string IsLoopback = "IsLoopback";
    private const string IsIpAddress = "IsIpAddress";

    /// <summary>
    /// Refuses an address that the platform could not post activities to: it must be absolute, HTTPS, at most 500
    /// characters, and without query, fragment or user info. A base path is allowed, but not the
    /// <c>/v3/conversations/…</c> that the platform appends. A loopback host and an IP address are refused too, unless
    /// the caller insists.
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="allowLocal">Whether a loopback host or an IP address is accepted.</param>
    /// <exception cref="OcValidationException">The address breaks a rule.</exception>
    public static void Check(Uri address, bool allowLocal)
    {
        var text = address.OriginalString;
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
            throw Refuse("NotHttps", $"'{text}' is not an absolute https:// URL.");
        if (text.Length > MaxLength)
            throw Refuse("TooLong", $"it has {text.Length} characters; the column holds at most {MaxLength}.");
        if (address.UserInfo.Length > 0)
            throw Refuse(
                "HasUserInfo", "it has a user name or password before the host; a secret does not belong in a URL.");
        if (text.Contains('?', StringComparison.Ordinal))
            throw Refuse(
                "HasQuery", $"'{text}' has a query; the platform appends a path, so nothing may follow the base path.");
        if (text.Contains('#', StringComparison.Ordinal))
            throw Refuse("HasFragment", $"'{text}' has a fragment (#…), which is never sent to a server.");
        if (address.AbsolutePath.Contains("/v3/conversations", StringComparison.OrdinalIgnoreCase))
            throw Refuse(
                "HasActivitiesPath",
                $"'{text}' holds /v3/conversations; give the base only, the platform appends the rest.");
        if (!allowLocal)
            CheckHost(address);
    }

    /// <summary>Whether an address was refused only because its host is local or an IP address.</summary>
    internal static bool IsAboutLocalHost(OcValidationException refusal) =>
        refusal.Rule is Field + IsLoopback or Field + IsIpAddress;

    private static void CheckHost(Uri address)
    {
        if (address.IsLoopback)
            throw Refuse(
                IsLoopback,
                $"'{address.Host}' is this machine, which the platform cannot reach; use -Force to keep it.");
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out _))
            throw Refuse(
                IsIpAddress,
                $"'{address.Host}' is an IP address, for which few certificates are valid; use -Force to keep it.");
    }

    private static OcValidationException Refuse(string rule, string reason) =>
        new(Field, Field + rule, $"{Field}: {reason}");
}
