using System.Net;
using System.Net.Sockets;
using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>Looks up where a host is.</summary>
internal static class HostLookup
{
    /// <summary>The addresses, empty when there are none, and what to think of them.</summary>
    public static async Task<(IPAddress[] Addresses, CheckVerdict Verdict)> FindAsync(
        string host, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host.Trim('[', ']'), cancellationToken)
                .ConfigureAwait(false);
            return (addresses, Judge(host, addresses));
        }
        catch (SocketException e)
        {
            return ([], Unknown(host, e.Message));
        }
    }

    private static CheckVerdict Judge(string host, IPAddress[] addresses)
    {
        if (addresses.Length == 0)
            return Unknown(host, "no address");

        var found = $"{host} is at {string.Join(", ", addresses.AsEnumerable())}.";
        return addresses.All(IsPrivate)
            ? CheckVerdict.Warning(found, "The platform cannot reach a private address; give the host a public one.")
            : CheckVerdict.Passed(found);
    }

    private static CheckVerdict Unknown(string host, string reason) => CheckVerdict.Failed(
        $"{host} has no address: {reason}.",
        "Check the host's spelling, and that its name is published in DNS.");

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address)
            || address.IsIPv6LinkLocal
            || address.IsIPv6SiteLocal
            || address.IsIPv6UniqueLocal)
            return true;
        if (address.IsIPv4MappedToIPv6)
            return IsPrivate(address.MapToIPv4());
        if (address.AddressFamily != AddressFamily.InterNetwork)
            return false;

        return address.GetAddressBytes() is [10, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..];
    }
}
