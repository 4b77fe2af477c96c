namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>Writes that stand or fall together. It remembers how each is taken back.</summary>
internal sealed class RowTransaction(RowStore store)
{
    private readonly Stack<Action> _takeBack = [];

    /// <summary>The rows.</summary>
    public RowStore Store { get; } = store;

    /// <summary>Puts a row in, in place of an earlier version of it.</summary>
    public void Put(Row row)
    {
        var rows = Store[row.Table];
        var before = rows.Find(row.Id);
        rows.Put(row);
        _takeBack.Push(() => Restore(rows, row.Id, before));
    }

    /// <summary>Takes a row out.</summary>
    public void Remove(Row row)
    {
        var rows = Store[row.Table];
        rows.Remove(row.Id);
        _takeBack.Push(() => rows.Put(row));
    }

    /// <summary>Adds a pair to a many-to-many relationship.</summary>
    public bool Link(LinkSet links, (Guid First, Guid Second) pair)
    {
        if (!links.Add(pair))
            return false;

        _takeBack.Push(() => links.Remove(pair));
        return true;
    }

    /// <summary>Takes a pair out of a many-to-many relationship.</summary>
    public bool Unlink(LinkSet links, (Guid First, Guid Second) pair)
    {
        if (!links.Remove(pair))
            return false;

        _takeBack.Push(() => links.Add(pair));
        return true;
    }

    /// <summary>Undoes all writes, the last one first.</summary>
    public void TakeBack()
    {
        while (_takeBack.TryPop(out var undo))
            undo();
    }

    private static void Restore(TableRows rows, Guid id, Row? before)
    {
        if (before is null)
            rows.Remove(id);
        else
            rows.Put(before);
    }
}
