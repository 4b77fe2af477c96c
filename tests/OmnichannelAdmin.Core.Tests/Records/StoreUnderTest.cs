using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Records;

/// <summary>A store whose environment answers what a test has written down.</summary>
internal sealed class StoreUnderTest : IDisposable
{
    public static readonly Guid ChannelId = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid WorkstreamId = new("22222222-2222-2222-2222-222222222222");

    private readonly DataverseClient _client;

    public StoreUnderTest(ScriptedTransport transport)
    {
        _client = new DataverseClient(
            EnvironmentUrl.Parse("https://contoso.crm4.dynamics.com", allowUnknownHost: false),
            transport,
            tokens: null,
            new DataverseClientOptions(),
            new ManualTimeProvider { AutoAdvance = true });
        Store = new RecordStore(_client, SilentObserver.Instance);
    }

    public RecordStore Store { get; }

    /// <summary>A row as the server sends it.</summary>
    public static string Row(string name = "Contoso web", string webhook = "https://bot.example.com", int version = 1) => $$"""
        {"@odata.etag":"W/\"{{version}}\"","msdyn_occustommessagingchannelid":"{{ChannelId}}","msdyn_name":"{{name}}",
        "msdyn_occustomchannelid":192350005,"msdyn_webhookurl":"{{webhook}}","_msdyn_liveworkstreamid_value":"{{WorkstreamId}}",
        "_msdyn_liveworkstreamid_value@OData.Community.Display.V1.FormattedValue":"Web chats"}
        """;

    /// <summary>The record of that row.</summary>
    public static CustomChannel Channel(int version = 1)
    {
        using var row = System.Text.Json.JsonDocument.Parse(Row(version: version));
        return (CustomChannel)TableModel.Of<CustomChannel>().Read(row.RootElement);
    }

    public static RecordValues Values(params (string Property, object? Value)[] given)
    {
        var values = new RecordValues(TableModel.Of<CustomChannel>());
        foreach (var (property, value) in given)
            values[property] = value;

        return values;
    }

    public void Dispose() => _client.Dispose();
}
