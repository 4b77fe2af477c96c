namespace OmnichannelAdmin.Sandbox.Tests.Properties;

/// <summary>A write that a property test makes; channels and workstreams are known by small numbers.</summary>
internal abstract record Write
{
    /// <summary>Creates a channel, bound to a workstream or to none.</summary>
    public sealed record CreateChannel(int Channel, string Name, int? Workstream) : Write;

    /// <summary>Renames a channel.</summary>
    public sealed record Rename(int Channel, string Name) : Write;

    /// <summary>Binds a channel to a workstream, or to none.</summary>
    public sealed record Bind(int Channel, int? Workstream) : Write;

    /// <summary>Deletes a channel.</summary>
    public sealed record DeleteChannel(int Channel) : Write;

    /// <summary>Creates a workstream, or renames it where it is there.</summary>
    public sealed record UpsertWorkstream(int Workstream, string Name) : Write;

    /// <summary>Deletes a workstream.</summary>
    public sealed record DeleteWorkstream(int Workstream) : Write;

    /// <summary>Several writes, all or nothing.</summary>
    public sealed record ChangeSet(IReadOnlyList<Write> Writes) : Write
    {
        public override string ToString() => $"ChangeSet({string.Join(", ", Writes)})";
    }
}
