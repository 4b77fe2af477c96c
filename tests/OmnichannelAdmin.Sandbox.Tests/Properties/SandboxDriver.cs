using System.Text.Json.Nodes;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Tests.Properties;

/// <summary>Makes the writes of a property test through the Web API, and reads what came of them.</summary>
internal sealed class SandboxDriver : IDisposable
{
    private const string ChannelTable = "msdyn_occustommessagingchannel";
    private const string WorkstreamTable = "msdyn_liveworkstream";

    private readonly SandboxOrganization _organization = new();
    private readonly SandboxClient _client;

    public SandboxDriver()
    {
        _client = new SandboxClient(_organization);
        foreach (var seeded in _organization.Rows.All(WorkstreamTable))
            _organization.Rows.Remove(WorkstreamTable, seeded.Id);
    }

    /// <summary>Makes a write.</summary>
    /// <returns>Whether it was carried out.</returns>
    public async Task<bool> MakeAsync(Write write)
    {
        var answer = write is Write.ChangeSet set
            ? await _client.PostAsync(
                "$batch",
                new BatchBody().AddChangeSet([.. set.Writes.Select(ToRequest)]).ToString(),
                BatchBody.ContentType)
            : await SendAsync(ToRequest(write));
        return (int)answer.Status < 400;
    }

    /// <summary>What is stored, in the model's own terms.</summary>
    public SimpleModel Read()
    {
        var model = new SimpleModel();
        foreach (var row in _organization.Rows.All(WorkstreamTable))
            model.Workstreams.Add(Number(row.Id), (string)row["msdyn_name"]!);
        foreach (var row in _organization.Rows.All(ChannelTable))
        {
            var workstream = row["msdyn_liveworkstreamid"] as RowReference;
            model.Channels.Add(
                Number(row.Id), ((string)row["msdyn_name"]!, workstream is null ? null : Number(workstream.Id)));
        }

        return model;
    }

    /// <summary>The versions of all rows, by id.</summary>
    public Dictionary<Guid, long> Versions() => _organization.Rows.All(ChannelTable)
        .Concat(_organization.Rows.All(WorkstreamTable))
        .ToDictionary(row => row.Id, row => long.Parse(row.Etag[3..^1], null));

    public void Dispose()
    {
        _client.Dispose();
        _organization.Dispose();
    }

    private Task<SandboxAnswer> SendAsync((string Request, string? Body) write)
    {
        var parts = write.Request.Split(' ', 2);
        return _client.SendAsync(parts[0], parts[1], write.Body);
    }

    private static (string Request, string? Body) ToRequest(Write write) => write switch
    {
        Write.CreateChannel create => ($"POST {ChannelTable}s", Channel(create)),
        Write.Rename rename => ($"PUT {ChannelPath(rename.Channel)}/msdyn_name", Body("value", rename.Name)),
        Write.Bind { Workstream: { } workstream } bind =>
            ($"PUT {ChannelPath(bind.Channel)}/msdyn_liveworkstreamid/$ref",
                Body("@odata.id", WorkstreamPath(workstream))),
        Write.Bind bind => ($"DELETE {ChannelPath(bind.Channel)}/msdyn_liveworkstreamid/$ref", null),
        Write.DeleteChannel delete => ($"DELETE {ChannelPath(delete.Channel)}", null),
        Write.UpsertWorkstream upsert =>
            ($"PATCH {WorkstreamPath(upsert.Workstream)}", Body("msdyn_name", upsert.Name)),
        Write.DeleteWorkstream delete => ($"DELETE {WorkstreamPath(delete.Workstream)}", null),
        _ => throw new NotSupportedException($"{write} is no single request."),
    };

    private static string Channel(Write.CreateChannel create)
    {
        var body = new JsonObject { [$"{ChannelTable}id"] = Id('c', create.Channel), ["msdyn_name"] = create.Name };
        if (create.Workstream is { } workstream)
            body["msdyn_liveworkstreamid@odata.bind"] = WorkstreamPath(workstream);
        return body.ToJsonString();
    }

    private static string Body(string name, string value) => new JsonObject { [name] = value }.ToJsonString();

    private static string ChannelPath(int number) => $"{ChannelTable}s({Id('c', number)})";

    private static string WorkstreamPath(int number) => $"{WorkstreamTable}s({Id('d', number)})";

    private static string Id(char kind, int number) => $"{kind}0000000-0000-4000-8000-00000000000{number}";

    private static int Number(Guid id) => id.ToByteArray()[^1];
}
