using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

/// <summary>
/// A client over a scripted transport and a clock that jumps over waits: what most tests of the wire need.
/// </summary>
internal sealed class Wire : IDisposable
{
    public const string Origin = "https://contoso.crm4.dynamics.com/";
    public const string Root = Origin + "api/data/v9.2/";

    private readonly Lazy<DataverseClient> _client;

    public Wire() => _client = new Lazy<DataverseClient>(() => new DataverseClient(
        EnvironmentUrl.Parse(Address, allowUnknownHost: false), Transport, Tokens, Options, Time));

    public string Address { get; init; } = Origin;

    public HttpMessageHandler Transport { get; init; } = new ScriptedTransport();

    public IAccessTokenSource? Tokens { get; init; }

    public DataverseClientOptions Options { get; init; } = new();

    public ManualTimeProvider Time { get; init; } = new() { AutoAdvance = true };

    public RecordingObserver Observer { get; } = new();

    public ScriptedTransport Script => (ScriptedTransport)Transport;

    public IReadOnlyList<RecordedRequest> Requests => Script.Requests;

    public DataverseClient Client => _client.Value;

    public Wire Then(HttpResponseMessage answer)
    {
        Script.Then(answer);
        return this;
    }

    public Wire Then(Exception failure)
    {
        Script.Then(failure);
        return this;
    }

    public Task<DataverseResponse> GetAsync(string path = "WhoAmI", CancellationToken cancellationToken = default) =>
        SendAsync(new DataverseRequest(HttpMethod.Get, path), cancellationToken);

    public Task<DataverseResponse> SendAsync(DataverseRequest request, CancellationToken cancellationToken = default) =>
        Client.SendAsync(request, Observer, cancellationToken).InTime();

    public Task<DataverseException> FailAsync(DataverseRequest? request = null) =>
        Assert.ThrowsAsync<DataverseException>(
            () => SendAsync(request ?? new DataverseRequest(HttpMethod.Get, "WhoAmI")));

    public IAsyncEnumerable<DataversePage> PagesOf(
        string path, string? preference = null, CancellationToken cancellationToken = default) =>
        Client.ReadPagesAsync(
            new DataverseRequest(HttpMethod.Get, path) { Preferences = preference is null ? [] : [preference] },
            Observer,
            cancellationToken);

    public Task<IReadOnlyList<BatchOutcome>> SendBatchAsync(BatchRequest batch) =>
        Client.SendBatchAsync(batch, Observer, CancellationToken.None).InTime();

    public void Dispose()
    {
        if (_client.IsValueCreated)
            Client.Dispose();
    }
}
