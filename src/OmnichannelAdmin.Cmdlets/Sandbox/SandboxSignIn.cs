using System.Net;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Connections.Checks;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>
/// Lets applications sign in to the sandboxes of this process, and to nothing else on the loopback: what is not one of
/// them has to name a known Entra cloud, like any environment.
/// </summary>
internal static class SandboxSignIn
{
    /// <summary>The ways to sign in to a sandbox that listens, or null when none of this process does there.</summary>
    /// <param name="environment">The address.</param>
    /// <param name="tenant">The tenant where the user named it, else null.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OcValidationException">The sandbox speaks plain HTTP.</exception>
    public static EntraSignIn? Find(EnvironmentUrl environment, string? tenant, TimeProvider time)
    {
        if (SandboxServers.Find(environment.Origin) is not { } server)
            return null;

        if (server.Authority is null)
        {
            throw new OcValidationException(
                "Url",
                "SandboxWithoutTls",
                $"The sandbox at {environment} speaks plain HTTP, and a credential is sent over TLS only. Start it "
                + "with Start-OcSandbox -Tls.");
        }

        var authority = EntraAuthority.OfThisProcess(environment.Origin, tenant ?? server.TenantId.ToString());
        return new EntraSignIn(environment, authority, () => server.CreateTrustingTransport()!, time);
    }

    /// <summary>Refuses the ways in which people sign in, since a sandbox has applications only.</summary>
    /// <exception cref="OcValidationException">The address is that of a sandbox of this process.</exception>
    public static void RefusePeople(EnvironmentUrl environment)
    {
        if (SandboxServers.Find(environment.Origin) is null)
            return;

        throw new OcValidationException(
            "Url",
            "SandboxWithoutPeople",
            $"The sandbox at {environment} signs applications in and no people: give -ClientSecret or -Certificate of "
            + "an application that Add-OcSandboxApplication has registered.");
    }

    /// <summary>What looks at the way to a sandbox that listens with TLS, or null for the ordinary way.</summary>
    public static NetworkProbe? FindProbe(OcConnection connection) =>
        SandboxServers.Find(connection.Environment) is { Authority: not null } server
            ? new NetworkProbe(Dns.GetHostAddressesAsync, () => server.CreateTrustingTransport()!)
            : null;

    /// <summary>
    /// What carries requests for tokens when a connection leads to a sandbox, which then is the Entra of its tenant;
    /// null when it leads elsewhere.
    /// </summary>
    public static Func<HttpMessageHandler>? FindTransport(OcConnection? connection) =>
        connection is not null && SandboxOrganizations.FindBehind(connection) is { } organization
            ? organization.CreateHandler
            : null;

    /// <summary>The address whose host tells the region, which is not the one that a sandbox listens at.</summary>
    public static Uri AddressOf(OcConnection connection) =>
        SandboxOrganizations.FindBehind(connection)?.Settings.Url ?? connection.Environment;
}
