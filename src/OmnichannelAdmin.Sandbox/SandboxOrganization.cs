using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Sandbox.Journal;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Seeding;

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
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.PageSize, 1);
        Settings = settings;
        Store = new RowStore(DataverseSchema.Default);
        Rows = new SandboxRows(this);
        Requests = new RequestJournal(DataverseSchema.Default);
        NewEnvironment.Seed(this);
    }

    /// <summary>What the organization is like.</summary>
    public SandboxSettings Settings { get; }

    /// <summary>What goes wrong, and when.</summary>
    public FaultQueue Faults { get; } = new();

    /// <summary>The requests that came in.</summary>
    public RequestJournal Requests { get; }

    /// <summary>The rows as they are stored, past all permissions.</summary>
    public SandboxRows Rows { get; }

    /// <summary>The rows.</summary>
    internal RowStore Store { get; }

    /// <summary>Makes a handler whose requests this organization answers. Many may be in use at once.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <inheritdoc/>
    public void Dispose() => Store.Dispose();
}
