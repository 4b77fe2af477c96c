using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>The rows of some tables as they were at one time, found by their GUIDs and by their keys.</summary>
internal sealed class EnvironmentSnapshot
{
    private readonly Dictionary<TableModel, Dictionary<Guid, OcRecord>> _rows = [];
    private readonly Dictionary<Guid, RecordKey?> _keys = [];
    private readonly ILookup<RecordKey, OcRecord> _byKey;

    private EnvironmentSnapshot(IEnumerable<(TableModel Table, Dictionary<Guid, OcRecord> Rows)> tables)
    {
        foreach (var (table, rows) in tables)
            _rows[table] = rows;

        _byKey = _rows.Values.SelectMany(rows => rows.Values).Where(row => KeyOf(row) is not null).ToLookup(row => KeyOf(row)!);
    }

    /// <summary>Reads all rows of the tables, one table beside the other.</summary>
    public static async Task<EnvironmentSnapshot> ReadAsync(
        RecordStore store, IReadOnlyList<TableModel> tables, CancellationToken cancellationToken) =>
        new(await Task.WhenAll(tables.Select(table => ReadAsync(store, table, cancellationToken))).ConfigureAwait(false));

    /// <summary>The rows of a table.</summary>
    public IReadOnlyCollection<OcRecord> Rows(TableModel table) => _rows[table].Values;

    /// <summary>The row of that GUID, or null.</summary>
    public OcRecord? Find(TableModel table, Guid id) => _rows.GetValueOrDefault(table)?.GetValueOrDefault(id);

    /// <summary>The rows of that key: one, unless something is wrong.</summary>
    public IReadOnlyList<OcRecord> Find(RecordKey key) => [.. _byKey[key]];

    /// <summary>The key of a row, or null when it lacks a part of it.</summary>
    public RecordKey? KeyOf(OcRecord record)
    {
        if (_keys.TryGetValue(record.Id, out var known))
            return known;

        var table = TableModel.Of(record.GetType());
        var parts = table.Key.Select(column => KeyPart(column, record)).ToList();
        return _keys[record.Id] = RecordKey.TryMake(table, parts);
    }

    /// <summary>The key of the row that a lookup points at, or null when that row cannot be seen or has no key.</summary>
    public RecordKey? KeyOf(LookupAttribute lookup, RecordReference reference) =>
        Find(TableModel.Of(lookup.Target), reference.Id) is { } target ? KeyOf(target) : null;

    private static async Task<(TableModel Table, Dictionary<Guid, OcRecord> Rows)> ReadAsync(
        RecordStore store, TableModel table, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, OcRecord>();
        await foreach (var row in store.ReadAsync(table, new RecordQuery(), cancellationToken).ConfigureAwait(false))
            rows[row.Id] = row;

        return (table, rows);
    }

    private object? KeyPart(ColumnModel column, OcRecord record) => DocumentValue.Canonical(column, column.ValueOf(record)) switch
    {
        null => null,
        RecordReference reference => KeyOf((LookupAttribute)column.Declaration, reference),
        var value => DocumentValue.ToText(value),
    };
}
