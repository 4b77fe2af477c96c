using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Plugs an organization that lives in memory in where the network would be.</summary>
internal static class SandboxConnection
{
    private const string PathField = "Path";

    /// <summary>Connects to a new organization, or to one that was saved.</summary>
    /// <param name="name">The connection's name, or null.</param>
    /// <param name="journalPath">Where writes are recorded, or null.</param>
    /// <param name="path">The full path of a file of Export-OcSandbox, or null for a new organization.</param>
    /// <param name="user">The user to sign in as.</param>
    /// <param name="client">The settings of the client.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">The file cannot be read, or holds no sandbox.</exception>
    public static async Task<OcConnection> OpenAsync(
        string? name,
        string? journalPath,
        string? path,
        SandboxUserKind user,
        DataverseClientOptions client,
        IDataverseObserver observer,
        CancellationToken cancellationToken)
    {
        var organization = path is null ? new SandboxOrganization() : Load(path);
        var connection = await OcConnection.OpenAsync(
            new OcConnectionSettings
            {
                Environment = EnvironmentUrl.Parse(organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
                Name = name,
                SignIn = "Sandbox",
                Transport = organization.CreateHandler(IdOf(user, organization.Users)),
                Client = client,
                JournalPath = journalPath,
            },
            observer,
            cancellationToken).ConfigureAwait(false);
        SandboxOrganizations.Add(connection, organization);
        return connection;
    }

    /// <summary>The user of a kind.</summary>
    public static Guid IdOf(SandboxUserKind user, SandboxUsers users) => user switch
    {
        SandboxUserKind.OmnichannelAdministrator => users.OmnichannelAdministrator,
        SandboxUserKind.BasicUser => users.BasicUser,
        SandboxUserKind.WithoutRole => users.WithoutRole,
        _ => users.Administrator,
    };

    private static SandboxOrganization Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SandboxOrganization.Load(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OcValidationException(
                PathField, "SandboxFileNotReadable", $"The file '{path}' cannot be read: {e.Message}");
        }
        catch (InvalidDataException e)
        {
            throw new OcValidationException(
                PathField, "SandboxFileNotSandbox", $"The file '{path}' holds no sandbox: {e.Message}");
        }
    }
}
