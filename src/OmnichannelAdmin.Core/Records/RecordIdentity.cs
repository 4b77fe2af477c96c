namespace OmnichannelAdmin.Records;

/// <summary>What a user gave to say which record is meant: the record itself, its GUID, or its name.</summary>
public sealed record RecordIdentity
{
    private RecordIdentity()
    {
    }

    /// <summary>The GUID, when it is known.</summary>
    public Guid? Id { get; private init; }

    /// <summary>The name or pattern, when there is no GUID.</summary>
    public string? Name { get; private init; }

    /// <summary>The version that the user has seen, when the identity came from a record.</summary>
    public string? ETag { get; private init; }

    /// <summary>The record itself, when the user gave it.</summary>
    public OcRecord? Record { get; private init; }

    /// <summary>What the user gave, as the target of an error.</summary>
    public object? Source { get; private init; }

    /// <summary>
    /// A text that is the same for two identities of one kind, as far as that can be told without asking.
    /// </summary>
    public string Key => Id?.ToString() ?? Name ?? "";

    /// <summary>A record that was read before.</summary>
    public static RecordIdentity Of(OcRecord record) =>
        new() { Id = record.Id, ETag = record.ETag, Record = record, Source = record };

    /// <summary>A GUID, and the version that goes with it if one is known.</summary>
    public static RecordIdentity Of(Guid id, string? etag = null, object? source = null) =>
        new() { Id = id, ETag = etag, Source = source ?? id };

    /// <summary>A GUID in text form, or else a name.</summary>
    public static RecordIdentity Parse(string text, object? source = null) =>
        Guid.TryParse(text, out var id)
            ? Of(id, source: source ?? text)
            : new RecordIdentity { Name = text, Source = source ?? text };

    /// <summary>The name, or the GUID where no name is known.</summary>
    public override string ToString() =>
        Name ?? (Record is null ? null : TableModel.Of(Record.GetType()).NameOf(Record)) ?? Id.ToString() ?? "";
}
