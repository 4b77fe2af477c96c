using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>The rows of one table.</summary>
internal sealed class TableRows(Table table)
{
    private readonly Dictionary<Guid, Row> _rows = [];
    private Guid[]? _sortedIds;

    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>
    /// All ids in order. Pages without an order follow it, so it is kept until a row comes or goes.
    /// </summary>
    public Guid[] SortedIds
    {
        get
        {
            var ids = Volatile.Read(ref _sortedIds);
            if (ids is not null)
                return ids;

            ids = [.. _rows.Keys];
            Array.Sort(ids);
            Volatile.Write(ref _sortedIds, ids);
            return ids;
        }
    }

    /// <summary>All rows, in the order of their ids.</summary>
    public IEnumerable<Row> Sorted => SortedIds.Select(id => _rows[id]);

    /// <summary>The row of that id, or null.</summary>
    public Row? Find(Guid id) => _rows.GetValueOrDefault(id);

    /// <summary>Puts a row in, in place of an earlier version of it.</summary>
    public void Put(Row row)
    {
        var before = _rows.Count;
        _rows[row.Id] = row;
        if (_rows.Count != before)
            _sortedIds = null;
    }

    /// <summary>Takes a row out.</summary>
    public void Remove(Guid id)
    {
        _rows.Remove(id);
        _sortedIds = null;
    }
}
