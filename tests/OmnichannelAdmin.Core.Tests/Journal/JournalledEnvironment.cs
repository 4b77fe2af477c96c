using System.Security;
using System.Text.Json.Nodes;
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

    /// <summary>Makes a row of any table.</summary>
    public async Task<T> MakeAsync<T>(params (string Property, object Value)[] values)
        where T : OcRecord
    {
        var given = new RecordValues(TableModel.Of<T>());
        foreach (var (property, value) in values)
            given[property] = value;

        return (T)(await Store.ApplyAsync(RecordWrite.Create(given, Guid.NewGuid()), CancellationToken.None))!;
    }

    /// <summary>Changes one column of a row as it is now.</summary>
    public async Task ChangeAsync<T>(Guid id, string property, object? value)
        where T : OcRecord
    {
        var values = new RecordValues(TableModel.Of<T>()) { [property] = value };
        var row = await FindAsync<T>(id);
        await Store.ApplyAsync(RecordWrite.Update(row!, values, row!.ETag), CancellationToken.None);
    }

    /// <summary>Reads a row of any table, or null.</summary>
    public async Task<T?> FindAsync<T>(Guid id)
        where T : OcRecord => (T?)await Store.FindAsync(TableModel.Of<T>(), id, CancellationToken.None);

    public async Task<CustomChannel> CreateAsync(string name, string webhook = "https://bot.contoso.com") =>
        (CustomChannel)(
            await Store.ApplyAsync(RecordWrite.Create(Values(name, webhook), Guid.NewGuid()), CancellationToken.None))!;

    public async Task<CustomChannel> ChangeAsync(CustomChannel channel, string webhook)
    {
        var values = new RecordValues(
            TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.WebhookUrl)] = new Uri(webhook) };
        return (CustomChannel)(
            await Store.ApplyAsync(RecordWrite.Update(channel, values, channel.ETag), CancellationToken.None))!;
    }

    public Task RemoveAsync(OcRecord row) =>
        Store.ApplyAsync(RecordWrite.Delete(row, row.ETag), CancellationToken.None);

    public async Task<IReadOnlyList<RecordedChange>> ChangesAsync() =>
        (await ChangeJournal.ReadAsync(Path, CancellationToken.None)).Changes;

    /// <summary>The journal's text.</summary>
    public Task<string> JournalAsync() => File.ReadAllTextAsync(Path);

    public async Task<RecordedChange> OnlyChangeAsync() => Assert.Single(await ChangesAsync());

    /// <summary>Sends a request of the user's own, as Invoke-OcRequest does.</summary>
    public Task<DataverseResponse> SendAsync(string method, string path, string? body = null)
    {
        var request = new DataverseRequest(
            new HttpMethod(method), path) { Body = body is null ? null : (JsonObject)JsonNode.Parse(body)! };
        return Connection.SendAsync(request, SilentObserver.Instance, CancellationToken.None);
    }

    public Task UndoAllAsync() => UndoAsync(_ => true);

    public Task UndoAsync(Func<RecordedChange, bool> which) => UndoAsync(which, new Dictionary<string, SecureString>());

    public async Task UndoAsync(Func<RecordedChange, bool> which, IReadOnlyDictionary<string, SecureString> secrets)
    {
        var changes = (await ChangesAsync()).Where(which).ToList();
        var undo = new ChangeUndo(Store, Connection.OrganizationId, secrets);
        var writes = await undo.PlanAsync(changes, CancellationToken.None);
        if (writes.Count > 0)
            await Store.ApplyAllAsync(writes, CancellationToken.None);
    }

    public Task<CustomChannel?> FindAsync(Guid id) => FindAsync<CustomChannel>(id);

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
