using System.Text.Json;
using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Sandbox.Journal;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Seeding;
using OmnichannelAdmin.Sandbox.SignIn;
using OmnichannelAdmin.Sandbox.Storage;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox;

/// <summary>
/// A Dataverse organization that lives in memory: it answers the Web API through message handlers, with Dataverse's
/// statuses, codes and headers, and refuses what Dataverse refuses. It starts as a new environment with Omnichannel
/// does. All members are safe for concurrent use.
/// </summary>
public sealed class SandboxOrganization : IDisposable
{
    /// <summary>Makes an organization with the default settings.</summary>
    public SandboxOrganization()
        : this(new SandboxSettings())
    {
    }

    /// <summary>Makes an organization.</summary>
    /// <param name="settings">What it is like.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is below 1.</exception>
    public SandboxOrganization(SandboxSettings settings)
        : this(settings, organization => NewEnvironment.Seed(organization))
    {
    }

    private SandboxOrganization(SandboxSettings settings, Action<SandboxOrganization> fill)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.PageSize, 1);
        Settings = settings;
        Store = new RowStore(DataverseSchema.Default);
        Rows = new SandboxRows(this);
        Requests = new RequestJournal(DataverseSchema.Default);
        Users = new SandboxUsers(this);
        Tokens = new SandboxTokens(settings);
        fill(this);
    }

    /// <summary>What the organization is like.</summary>
    public SandboxSettings Settings { get; }

    /// <summary>What goes wrong, and when.</summary>
    public FaultQueue Faults { get; } = new();

    /// <summary>The requests that came in.</summary>
    public RequestJournal Requests { get; }

    /// <summary>The rows as they are stored, past all permissions.</summary>
    public SandboxRows Rows { get; }

    /// <summary>The users that a test may sign in as.</summary>
    public SandboxUsers Users { get; }

    /// <summary>The access tokens that were issued.</summary>
    public SandboxTokens Tokens { get; }

    /// <summary>The app registrations that may sign in at the token endpoint.</summary>
    public SandboxApplications Applications { get; } = new();

    /// <summary>The rows.</summary>
    internal RowStore Store { get; }

    /// <summary>Makes a handler whose requests this organization answers. Many may be in use at once.</summary>
    public HttpMessageHandler CreateHandler() => CreateHandler(Settings.UserId);

    /// <summary>Makes a handler whose requests come from a user, unless their token says otherwise.</summary>
    /// <param name="userId">The user: one of <see cref="Users"/>, or another row of systemuser.</param>
    public HttpMessageHandler CreateHandler(Guid userId) => new SandboxHandler(this, userId);

    /// <summary>
    /// Makes a handler whose requests come from nobody unless they carry a token that the organization issued: the
    /// others are answered 401, with where to sign in.
    /// </summary>
    public HttpMessageHandler CreateSignInHandler() => new SandboxHandler(this, userId: null);

    /// <summary>Opens an organization that <see cref="Save"/> has written.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="adjust">
    /// Changes settings that the file does not hold, such as the clock or the page size, or null to take them as they
    /// are.
    /// </param>
    /// <exception cref="InvalidDataException">The file holds no organization of this version's format.</exception>
    public static SandboxOrganization Load(Stream stream, Func<SandboxSettings, SandboxSettings>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var file = ReadFile(stream);
        var settings = OrganizationReader.ReadSettings(file.RootElement);
        return new SandboxOrganization(
            adjust is null ? settings : adjust(settings),
            organization => OrganizationReader.ReadRows(file.RootElement, organization.Store));
    }

    /// <summary>
    /// Writes the organization as JSON: who it is, its rows with their versions, its links. The values of secured
    /// columns and of other secrets are left out; tokens, faults and the journal are not part of it.
    /// </summary>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        OrganizationWriter.Write(this, stream);
    }

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();

    private static JsonDocument ReadFile(Stream stream)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The file is no JSON: {exception.Message}", exception);
        }
    }
}
