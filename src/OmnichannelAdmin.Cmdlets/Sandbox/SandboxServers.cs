using System.Collections.Concurrent;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>The sandboxes of this process that listen.</summary>
internal static class SandboxServers
{
    private static readonly ConcurrentDictionary<Uri, SandboxServer> Running = new();

    /// <summary>The servers, in the order of their addresses.</summary>
    public static IReadOnlyList<SandboxServer> All =>
        [.. Running.OrderBy(entry => entry.Key.Port).Select(entry => entry.Value)];

    /// <summary>Notes a server that has started.</summary>
    public static void Add(SandboxServer server) => Running[server.Url] = server;

    /// <summary>Forgets a server and stops it.</summary>
    public static async Task StopAsync(SandboxServer server)
    {
        Running.TryRemove(server.Url, out _);
        await server.StopAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// The sandbox of this process at an address, under either of the names that it listens under, or null. With TLS
    /// only the server's own transport is a proof that it is the one that answers.
    /// </summary>
    public static SandboxServer? Find(Uri address) => address.Host is "localhost" or "127.0.0.1"
        ? Running.Values.FirstOrDefault(
            server => server.Url.Port == address.Port && server.Url.Scheme == address.Scheme)
        : null;
}
