using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Plugs an organization that lives in memory in where the network would be.</summary>
internal static class SandboxConnection
{
    /// <summary>Connects to a new organization.</summary>
    /// <param name="name">The connection's name, or null.</param>
    /// <param name="journalPath">Where writes are recorded, or null.</param>
    /// <param name="client">The settings of the client.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<OcConnection> OpenAsync(
        string? name, string? journalPath, DataverseClientOptions client, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var settings = new SandboxSettings();
        var organization = new SandboxOrganization(settings);
        var connection = await OcConnection.OpenAsync(
            new OcConnectionSettings
            {
                Environment = EnvironmentUrl.Parse(settings.Url.AbsoluteUri, allowUnknownHost: true),
                Name = name,
                SignIn = "Sandbox",
                Transport = organization.CreateHandler(),
                Client = client,
                JournalPath = journalPath,
            },
            observer,
            cancellationToken).ConfigureAwait(false);
        SandboxOrganizations.Add(connection, organization);
        return connection;
    }
}
