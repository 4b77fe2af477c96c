using System.Net;
using System.Net.Sockets;
using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>Looks up where a host is.</summary>
internal static class HostLookup
{
    /// <summary>The addresses, empty when there are none, and the check of them.</summary>
    public static async Task<(IPAddress[] Addresses, Check Check)> FindAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), cancellationToken).ConfigureAwait(false);
            return (addresses, Judge(host, addresses));
        }
        catch (SocketException e)
        {
            return ([], Unknown(host, e.Message));
        }
    }

    private static Check Judge(string host, IPAddress[] addresses)
    {
        if (addresses.Length == 0)
            return Unknown(host, "no address");

        var found = $"{host} is at {string.Join(", ", addresses.AsEnumerable())}.";
        return addresses.All(IsPrivate)
            ? Check.Warning(
                WebhookCheckNames.Lookup, found, "The platform cannot reach a private address; give the host a public one.")
            : Check.Passed(WebhookCheckNames.Lookup, found);
    }

    private static Check Unknown(string host, string reason) => Check.Failed(
        WebhookCheckNames.Lookup,
        $"{host} has no address: {reason}.",
        "Check the host's spelling, and that its name is published in DNS.");

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal)
            return true;
        if (address.IsIPv4MappedToIPv6)
            return IsPrivate(address.MapToIPv4());
        if (address.AddressFamily != AddressFamily.InterNetwork)
            return false;

        return address.GetAddressBytes() is [10, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..];
    }
}
