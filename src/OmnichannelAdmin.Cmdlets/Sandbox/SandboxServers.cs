using System.Collections.Concurrent;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>The sandboxes of this process that listen.</summary>
internal static class SandboxServers
{
    private static readonly ConcurrentDictionary<Uri, SandboxServer> Running = new();

    /// <summary>The servers, in the order of their addresses.</summary>
    public static IReadOnlyList<SandboxServer> All => [.. Running.OrderBy(entry => entry.Key.Port).Select(entry => entry.Value)];

    /// <summary>Notes a server that has started.</summary>
    public static void Add(SandboxServer server) => Running[server.Url] = server;

    /// <summary>Forgets a server and stops it.</summary>
    public static async Task StopAsync(SandboxServer server)
    {
        Running.TryRemove(server.Url, out _);
        await server.StopAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// A transport that trusts the certificate of a sandbox of this process, or null when the address is none of theirs.
    /// </summary>
    public static HttpMessageHandler? FindTransport(EnvironmentUrl environment) =>
        Running.TryGetValue(environment.Origin, out var server) ? server.CreateTrustingTransport() : null;
}
