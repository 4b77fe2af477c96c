using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>The rows of some tables as they were at one time, found by their GUIDs and by their keys.</summary>
internal sealed class EnvironmentSnapshot
{
    // In a key: a row that is pointed at and cannot be seen.
    private static readonly object Unseen = new();

    private readonly Dictionary<TableModel, Dictionary<Guid, OcRecord>> _rows = [];
    private readonly Dictionary<Guid, RecordKey?> _keys = [];
    private readonly ILookup<RecordKey, OcRecord> _byKey;
    private readonly HashSet<RecordKey> _outside;

    private EnvironmentSnapshot(IEnumerable<(TableModel Table, Dictionary<Guid, OcRecord> Rows)> tables)
    {
        foreach (var (table, rows) in tables)
            _rows[table] = rows;

        var all = _rows.Values.SelectMany(rows => rows.Values).Where(row => KeyOf(row) is not null).ToLookup(IsOutside);
        _byKey = all[false].ToLookup(row => KeyOf(row)!);
        _outside = [.. all[true].Select(row => KeyOf(row)!)];
    }

    /// <summary>Reads all rows of the tables, one table beside the other.</summary>
    public static async Task<EnvironmentSnapshot> ReadAsync(
        RecordStore store, IReadOnlyList<TableModel> tables, CancellationToken cancellationToken) =>
        new(await Task.WhenAll(
            tables.Select(table => ReadAsync(store, table, cancellationToken))).ConfigureAwait(false));

    /// <summary>The tables that were read.</summary>
    public IEnumerable<TableModel> Tables => _rows.Keys;

    /// <summary>The rows of a table that a document can describe.</summary>
    public IEnumerable<OcRecord> Rows(TableModel table) => _rows[table].Values.Where(row => !IsOutside(row));

    /// <summary>The row of that GUID, or null.</summary>
    public OcRecord? Find(TableModel table, Guid id) => _rows.GetValueOrDefault(table)?.GetValueOrDefault(id);

    /// <summary>The rows of that key: one, unless something is wrong.</summary>
    public IReadOnlyList<OcRecord> Find(RecordKey key) => [.. _byKey[key]];

    /// <summary>Whether a row that no document can describe has that key.</summary>
    public bool HasOutside(RecordKey key) => _outside.Contains(key);

    /// <summary>
    /// The key of a row, or null when it lacks it or a part of it points at a row that cannot be seen.
    /// </summary>
    public RecordKey? KeyOf(OcRecord record)
    {
        if (_keys.TryGetValue(record.Id, out var known))
            return known;

        var table = TableModel.Of(record.GetType());
        var parts = table.Key.Select(column => KeyPart(column, record)).ToList();
        return _keys[record.Id] = parts.Contains(Unseen) ? null : RecordKey.TryMake(table, parts);
    }

    /// <summary>
    /// The key of the row that a column points at, or null when that row cannot be seen or has no key.
    /// </summary>
    public RecordKey? KeyOf(OcRecord record, ColumnModel column) =>
        TargetOf(record, column) is { } target ? KeyOf(target) : null;

    /// <summary>Whether the key of a row points at one of some rows, to which it thereby belongs.</summary>
    public static bool BelongsToOneOf(OcRecord record, IReadOnlySet<Guid> owners) => TableModel.Of(record.GetType()).Key
        .Select(column => column.ReferenceOf(column.ValueOf(record)))
        .OfType<RecordReference>()
        .Any(reference => owners.Contains(reference.Id));

    /// <summary>
    /// The key of a row at the other end of a link, or null when that row cannot be seen or has no key.
    /// </summary>
    public RecordKey? KeyOf(LinksModel links, RecordReference reference) =>
        Find(links.Target, reference.Id) is { } target ? KeyOf(target) : null;

    private static async Task<(TableModel Table, Dictionary<Guid, OcRecord> Rows)> ReadAsync(
        RecordStore store, TableModel table, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, OcRecord>();
        await foreach (var row in store.ReadAsync(table, new RecordQuery(), cancellationToken).ConfigureAwait(false))
            rows[row.Id] = row;

        return (table, rows);
    }

    private object? KeyPart(ColumnModel column, OcRecord record) =>
        DocumentValue.Canonical(column, column.ValueOf(record)) switch
    {
        null => null,
        _ when column.IsReference => KeyOf(record, column) ?? Unseen,
        var value => DocumentValue.ToText(value),
    };

    private OcRecord? TargetOf(OcRecord record, ColumnModel column)
    {
        var table = TableModel.Of(record.GetType());
        return column.ReferenceOf(column.ValueOf(record)) is { } reference
            && column.TargetIn(teller => table.Column(teller).ValueOf(record)) is { } target
                ? Find(target, reference.Id)
                : null;
    }

    // What belongs to a row that no document can describe cannot be described either.
    private bool IsOutside(OcRecord record) => record.IsOutsideDocuments
        || TableModel.Of(record.GetType()).Key.Any(
            column => column.IsReference && TargetOf(record, column) is { } owner && IsOutside(owner));
}
