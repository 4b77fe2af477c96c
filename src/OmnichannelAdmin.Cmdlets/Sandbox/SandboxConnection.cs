using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Plugs an organization that lives in memory in where the network would be.</summary>
internal static class SandboxConnection
{
    /// <summary>Connects to a new organization.</summary>
    public static async Task<OcConnection> OpenAsync(
        DataverseClientOptions client, string? journalPath, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var settings = new SandboxSettings();
        var organization = new SandboxOrganization(settings);
        var connection = await OcConnection.OpenAsync(
            new OcConnectionSettings
            {
                Environment = EnvironmentUrl.Parse(settings.Url.AbsoluteUri, allowUnknownHost: true),
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
