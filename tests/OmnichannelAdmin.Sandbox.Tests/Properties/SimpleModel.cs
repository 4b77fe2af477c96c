namespace OmnichannelAdmin.Sandbox.Tests.Properties;

/// <summary>What the sandbox should hold, kept in the simplest way that comes to mind.</summary>
internal sealed record SimpleModel
{
    private const int LongestName = 100;

    public Dictionary<int, (string Name, int? Workstream)> Channels { get; private init; } = [];

    public Dictionary<int, string> Workstreams { get; private init; } = [];

    /// <summary>The model after a write, or null when the write is to be refused.</summary>
    public SimpleModel? After(Write write)
    {
        var next = new SimpleModel { Channels = new(Channels), Workstreams = new(Workstreams) };
        return next.Apply(write) ? next : null;
    }

    private bool Apply(Write write)
    {
        switch (write)
        {
            case Write.CreateChannel create:
                return IsName(create.Name) && IsThere(create.Workstream)
                    && Channels.TryAdd(create.Channel, (create.Name, create.Workstream));

            case Write.Rename rename when Channels.TryGetValue(rename.Channel, out var channel):
                Channels[rename.Channel] = (rename.Name, channel.Workstream);
                return IsName(rename.Name);

            case Write.Bind bind when Channels.TryGetValue(bind.Channel, out var channel):
                Channels[bind.Channel] = (channel.Name, bind.Workstream);
                return IsThere(bind.Workstream);

            case Write.DeleteChannel delete:
                return Channels.Remove(delete.Channel);

            case Write.UpsertWorkstream upsert:
                Workstreams[upsert.Workstream] = upsert.Name;
                return IsName(upsert.Name);

            case Write.DeleteWorkstream delete:
                return Channels.Values.All(channel => channel.Workstream != delete.Workstream)
                    && Workstreams.Remove(delete.Workstream);

            case Write.ChangeSet set:
                return set.Writes.All(Apply);

            default:
                return false;
        }
    }

    private bool IsThere(int? workstream) => workstream is null || Workstreams.ContainsKey(workstream.Value);

    private static bool IsName(string name) => name.Length <= LongestName;
}
