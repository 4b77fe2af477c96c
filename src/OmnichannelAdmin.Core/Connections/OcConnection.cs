using System.Text.Json;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Connections;

/// <summary>
/// A connection to one environment. What it shows is plain data; the client and the token source inside are not part
/// of it, so that nothing secret is ever written out with the object.
/// </summary>
public sealed class OcConnection : IDisposable
{
    private const string OrganizationPath =
        "RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'";

    private readonly DataverseClient _client;
    private ChangeJournal? _journal;
    private volatile bool _isClosed;

    private OcConnection(DataverseClient client) => _client = client;

    /// <summary>The environment's address.</summary>
    public required Uri Environment { get; init; }

    /// <summary>The organization's name for people.</summary>
    public required string? Organization { get; init; }

    /// <summary>The organization's GUID.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The tenant of the organization, when the environment tells it.</summary>
    public required Guid? TenantId { get; init; }

    /// <summary>The region that the address stands for, when it is a known one.</summary>
    public required string? Region { get; init; }

    /// <summary>The geo as the environment names it.</summary>
    public required string? Geo { get; init; }

    /// <summary>The version of the environment.</summary>
    public required string? Version { get; init; }

    /// <summary>The signed-in user's name.</summary>
    public required string? User { get; init; }

    /// <summary>The signed-in user's GUID in the environment.</summary>
    public required Guid UserId { get; init; }

    /// <summary>How the connection signed in.</summary>
    public required string SignIn { get; init; }

    /// <summary>Since when the connection has been open.</summary>
    public required DateTimeOffset ConnectedOn { get; init; }

    /// <summary>The file in which writes are recorded, or null for none.</summary>
    public string? JournalPath { get; private init; }

    /// <summary>The client of the environment.</summary>
    /// <exception cref="ConnectionClosedException">The connection was closed.</exception>
    internal DataverseClient Client => _isClosed ? throw new ConnectionClosedException(Environment) : _client;

    /// <summary>Opens a connection: asks who signed in and which organization answered.</summary>
    /// <exception cref="DataverseException">The environment refused, or could not be asked.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    public static async Task<OcConnection> OpenAsync(
        OcConnectionSettings settings, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var client = new DataverseClient(
            settings.Environment, settings.Transport, settings.Tokens, settings.Client, settings.Time);
        try
        {
            return await OpenAsync(client, settings, observer, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>The records of the environment.</summary>
    /// <param name="observer">Who watches the requests.</param>
    /// <exception cref="ConnectionClosedException">The connection was closed.</exception>
    public RecordStore Records(IDataverseObserver observer) => new(Client, observer, _journal);

    /// <summary>Closes the connection and forgets its tokens.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _client.Dispose();
    }

    /// <summary>The environment and the user.</summary>
    public override string ToString() => User is null ? Environment.Host : $"{Environment.Host} as {User}";

    private static async Task<OcConnection> OpenAsync(
        DataverseClient client, OcConnectionSettings settings, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var who = await GetAsync(client, "WhoAmI", observer, cancellationToken).ConfigureAwait(false);
        var userId = who.GetProperty("UserId").GetGuid();
        var organizationTask = GetAsync(client, OrganizationPath, observer, cancellationToken);
        var userTask = GetAsync(client, $"systemusers({userId})?$select=fullname", observer, cancellationToken);
        var organization = (await organizationTask.ConfigureAwait(false)).GetProperty("Detail");
        var user = await userTask.ConfigureAwait(false);

        var connection = new OcConnection(client)
        {
            Environment = settings.Environment.Origin,
            Organization = Text(organization, "FriendlyName"),
            OrganizationId = who.GetProperty("OrganizationId").GetGuid(),
            TenantId = Guid.TryParse(Text(organization, "TenantId"), out var tenant) ? tenant : null,
            Region = settings.Environment.Region?.Name,
            Geo = Text(organization, "Geo"),
            Version = Text(organization, "OrganizationVersion"),
            User = Text(user, "fullname"),
            UserId = userId,
            SignIn = settings.SignIn,
            ConnectedOn = settings.Time.GetUtcNow(),
            JournalPath = settings.JournalPath,
        };
        await connection.OpenJournalAsync(settings.Time, cancellationToken).ConfigureAwait(false);
        return connection;
    }

    private async Task OpenJournalAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (JournalPath is null)
            return;

        var journal = new ChangeJournal(JournalPath, new JournalOrigin(User, UserId, Environment, OrganizationId), time);
        await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
        _journal = journal;
    }

    private static async Task<JsonElement> GetAsync(
        DataverseClient client, string path, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(new DataverseRequest(HttpMethod.Get, path), observer, cancellationToken)
            .ConfigureAwait(false);
        return response.Body ?? throw new DataverseException($"The environment answered {path} with an empty body.");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
