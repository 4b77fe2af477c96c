using System.Text.Json;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.SignIn;

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
    private readonly OcConnectionSettings _settings;
    private ChangeJournal? _journal;
    private volatile bool _isClosed;

    private OcConnection(DataverseClient client, OcConnectionSettings settings)
    {
        _client = client;
        _settings = settings;
    }

    /// <summary>The name that the user gave the connection, or null.</summary>
    public string? Name => _settings.Name;

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
    public string SignIn => _settings.SignIn;

    /// <summary>
    /// The user on whose behalf the connection acts: an Entra object id, or null for the signed-in one.
    /// </summary>
    public Guid? CallerObjectId => _settings.Client.CallerObjectId;

    /// <summary>The unmanaged solution that new components join, or null.</summary>
    public string? SolutionName => _settings.Client.SolutionName;

    /// <summary>The file in which writes are recorded, or null for none.</summary>
    public string? JournalPath => _settings.JournalPath;

    /// <summary>Since when the connection has been open.</summary>
    public required DateTimeOffset ConnectedOn { get; init; }

    /// <summary>The client of the environment.</summary>
    /// <exception cref="ConnectionClosedException">The connection was closed.</exception>
    internal DataverseClient Client => _isClosed ? throw new ConnectionClosedException(Environment) : _client;

    /// <summary>The environment's address, region included.</summary>
    internal EnvironmentUrl Address => _settings.Environment;

    /// <summary>Whether requests go over the network.</summary>
    internal bool IsOnline => _settings.IsOnline;

    /// <summary>The connection's clock.</summary>
    internal TimeProvider Time => _settings.Time;

    /// <summary>Opens a connection: asks who signed in and which organization answered.</summary>
    /// <param name="settings">
    /// What it takes; tokens and transport are disposed of with the connection, or when it fails.
    /// </param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SignInException">
    /// No token could be got, or its identity is no user of the environment.
    /// </exception>
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
        catch (DataverseException e) when (e.Code == DataverseErrorCodes.UserNotMemberOfOrg)
        {
            var error = await UserMissing.ExplainAsync(settings, e, observer, cancellationToken).ConfigureAwait(false);
            Close(client, settings);
            throw error;
        }
        catch
        {
            Close(client, settings);
            throw;
        }
    }

    /// <summary>The records of the environment.</summary>
    /// <param name="observer">Who watches the requests.</param>
    /// <exception cref="ConnectionClosedException">The connection was closed.</exception>
    public RecordStore Records(IDataverseObserver observer) => new(Client, observer, _journal);

    /// <summary>
    /// Sends a request of the user's own. One that is not a GET is recorded like any other write where there is a
    /// journal.
    /// </summary>
    /// <exception cref="ConnectionClosedException">The connection was closed.</exception>
    /// <exception cref="JournalException">The request could not be recorded and was not sent.</exception>
    /// <exception cref="DataverseException">The environment refused, or could not be asked.</exception>
    /// <exception cref="OcValidationException">The path leads out of the environment. Nothing was sent.</exception>
    internal Task<DataverseResponse> SendAsync(
        DataverseRequest request, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        Task<DataverseResponse> Send() => Client.SendAsync(request, observer, cancellationToken);
        return request.Method == HttpMethod.Get || _journal is null
            ? Send()
            : new RequestJournal(_journal, Records(observer), Client.Environment)
                .SendAsync(request, Send, cancellationToken);
    }

    /// <summary>Closes the connection and forgets its tokens.</summary>
    public void Dispose()
    {
        _isClosed = true;
        Close(_client, _settings);
    }

    /// <summary>The environment and the user.</summary>
    public override string ToString() => User is null ? Environment.Host : $"{Environment.Host} as {User}";

    private static void Close(DataverseClient client, OcConnectionSettings settings)
    {
        client.Dispose();
        (settings.Tokens as IDisposable)?.Dispose();
    }

    private static async Task<OcConnection> OpenAsync(
        DataverseClient client,
        OcConnectionSettings settings,
        IDataverseObserver observer,
        CancellationToken cancellationToken)
    {
        var who = await GetAsync(client, "WhoAmI", observer, cancellationToken).ConfigureAwait(false);
        var userId = who.GetProperty("UserId").GetGuid();
        var organizationTask = GetAsync(client, OrganizationPath, observer, cancellationToken);
        var userTask = UserNameAsync(client, userId, observer, cancellationToken);
        var organization = (await organizationTask.ConfigureAwait(false)).GetProperty("Detail");
        var user = await userTask.ConfigureAwait(false);

        var connection = new OcConnection(client, settings)
        {
            Environment = settings.Environment.Origin,
            Organization = Text(organization, "FriendlyName"),
            OrganizationId = who.GetProperty("OrganizationId").GetGuid(),
            TenantId = Guid.TryParse(Text(organization, "TenantId"), out var tenant) ? tenant : null,
            Region = settings.Environment.Region?.Name,
            Geo = Text(organization, "Geo"),
            Version = Text(organization, "OrganizationVersion"),
            User = user,
            UserId = userId,
            ConnectedOn = settings.Time.GetUtcNow(),
        };
        await connection.OpenJournalAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    private async Task OpenJournalAsync(CancellationToken cancellationToken)
    {
        if (JournalPath is null)
            return;

        var journal = new ChangeJournal(
            JournalPath, new JournalOrigin(User, UserId, Environment, OrganizationId), Time);
        await journal.OpenAsync(cancellationToken).ConfigureAwait(false);
        _journal = journal;
    }

    // Who may not read users is connected all the same, only without a name.
    private static async Task<string?> UserNameAsync(
        DataverseClient client, Guid userId, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            var user = await GetAsync(client, $"systemusers({userId})?$select=fullname", observer, cancellationToken)
                .ConfigureAwait(false);
            return Text(user, "fullname");
        }
        catch (DataverseException e) when (e.Kind == DataverseErrorKind.PermissionDenied)
        {
            return null;
        }
    }

    private static async Task<JsonElement> GetAsync(
        DataverseClient client, string path, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(new DataverseRequest(HttpMethod.Get, path), observer, cancellationToken)
            .ConfigureAwait(false);
        return response.Body ?? throw new DataverseException($"The environment answered {path} with an empty body.");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
