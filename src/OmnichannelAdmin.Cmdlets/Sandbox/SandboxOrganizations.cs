using System.Runtime.CompilerServices;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Knows which organization in memory is behind a connection.</summary>
internal static class SandboxOrganizations
{
    private static readonly ConditionalWeakTable<OcConnection, SandboxOrganization> Behind = [];

    /// <summary>Notes that a connection leads to an organization in memory.</summary>
    public static void Add(OcConnection connection, SandboxOrganization organization) =>
        Behind.Add(connection, organization);

    /// <summary>
    /// The organization behind a connection, in memory or on the loopback, or null when it leads to no sandbox of this
    /// process.
    /// </summary>
    public static SandboxOrganization? FindBehind(OcConnection connection) =>
        Behind.TryGetValue(connection, out var organization)
            ? organization
            : SandboxServers.Find(connection.Environment)?.Sandbox;

    /// <summary>The organization behind a connection; behind the runspace's default one when none is given.</summary>
    /// <exception cref="NotConnectedException">There is no connection.</exception>
    /// <exception cref="OcValidationException">The connection leads to no sandbox of this process.</exception>
    public static SandboxOrganization Find(OcConnection? connection)
    {
        connection ??= RunspaceConnections.Current.Default ?? throw new NotConnectedException();
        return FindBehind(connection) ?? throw new OcValidationException(
            "Connection",
            "ConnectionNotToSandbox",
            $"The connection leads to {connection.Environment.Host} and to no sandbox of this process. Connect with "
            + "Connect-OcEnvironment -Sandbox.");
    }
}
