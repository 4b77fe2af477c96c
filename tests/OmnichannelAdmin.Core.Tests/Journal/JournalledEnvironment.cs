using System.Security;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Core.Tests.Journal;

/// <summary>A connection to a sandbox of its own that records its writes in a file of its own.</summary>
internal sealed class JournalledEnvironment : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oc-journal");

    private JournalledEnvironment(SandboxOrganization organization) => Organization = organization;

    public SandboxOrganization Organization { get; }

    public string Path => System.IO.Path.Combine(_folder.FullName, "changes.jsonl");

    public OcConnection Connection { get; private set; } = null!;

    public RecordStore Store => Connection.Records(SilentObserver.Instance);

    public static async Task<JournalledEnvironment> OpenAsync()
    {
        var environment = new JournalledEnvironment(new SandboxOrganization());
        environment.Connection = await environment.ConnectAsync(environment.Path);
        return environment;
    }

    public Task<OcConnection> ConnectAsync(string journalPath)
    {
        var settings = new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(Organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = Organization.CreateHandler(),
            JournalPath = journalPath,
            Client = new DataverseClientOptions { MaxAttempts = 1 },
        };
        return OcConnection.OpenAsync(settings, SilentObserver.Instance, CancellationToken.None);
    }

    public async Task<CustomChannel> CreateAsync(string name, string webhook = "https://bot.contoso.com") =>
        (CustomChannel)(await Store.ApplyAsync(RecordWrite.Create(Values(name, webhook), Guid.NewGuid()), CancellationToken.None))!;

    public async Task<CustomChannel> ChangeAsync(CustomChannel channel, string webhook)
    {
        var values = new RecordValues(TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.WebhookUrl)] = new Uri(webhook) };
        return (CustomChannel)(await Store.ApplyAsync(RecordWrite.Update(channel, values, channel.ETag), CancellationToken.None))!;
    }

    public Task RemoveAsync(CustomChannel channel) =>
        Store.ApplyAsync(RecordWrite.Delete(channel, channel.ETag), CancellationToken.None);

    public async Task<IReadOnlyList<RecordedChange>> ChangesAsync() =>
        (await ChangeJournal.ReadAsync(Path, CancellationToken.None)).Changes;

    public Task UndoAllAsync() => UndoAsync(_ => true);

    public async Task UndoAsync(Func<RecordedChange, bool> which)
    {
        var changes = (await ChangesAsync()).Where(which).ToList();
        var undo = new ChangeUndo(Store, Connection.OrganizationId, new Dictionary<string, SecureString>());
        var writes = await undo.PlanAsync(changes, CancellationToken.None);
        if (writes.Count > 0)
            await Store.ApplyAllAsync(writes, CancellationToken.None);
    }

    public async Task<CustomChannel?> FindAsync(Guid id) =>
        (CustomChannel?)await Store.FindAsync(TableModel.Of<CustomChannel>(), id, CancellationToken.None);

    public void Dispose()
    {
        Connection.Dispose();
        Organization.Dispose();
        _folder.Delete(recursive: true);
    }

    private static RecordValues Values(string name, string webhook) => new(TableModel.Of<CustomChannel>())
    {
        [nameof(CustomChannel.Name)] = name,
        [nameof(CustomChannel.Kind)] = CustomChannelKind.MessagingApi,
        [nameof(CustomChannel.WebhookUrl)] = new Uri(webhook),
    };
}
