using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>Finds the lookups that lead to a row: those that the platform clears when the row is removed.</summary>
internal sealed class ReferenceReader(RecordStore store)
{
    /// <summary>The lookups of the module's tables that lead to a row.</summary>
    /// <param name="target">The table of the row.</param>
    /// <param name="id">The row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<LostReference>> ReadAsync(
        TableModel target, Guid id, CancellationToken cancellationToken)
    {
        var found = new List<LostReference>();
        foreach (var (table, column) in LookupsTo(target))
        {
            var query = new RecordQuery { Filter = column.Declaration.IsEqualTo(new RecordReference(id)) };
            var rows = await ReadAsync(table, query, cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.Select(row => new LostReference(table, row.Id, column.Name)));
        }

        return found;
    }

    // A row cannot do without a required lookup: it is removed before, or with the row that it belongs to.
    // Two classes may have the same lookup of one table.
    private static IEnumerable<(TableModel Table, ColumnModel Column)> LookupsTo(TableModel target)
    {
        var lookups =
            from table in ModuleTables.All
            from column in table.Columns
            where column.Declaration is LookupAttribute { Required: false } lookup
                && TableModel.Of(lookup.Target).LogicalName == target.LogicalName
            select (Table: table, Column: column);
        return lookups.DistinctBy(pair => (pair.Table.LogicalName, pair.Column.Declaration.Column));
    }

    // Not every environment has every table and column, and not every user may read them all.
    private async Task<IReadOnlyList<OcRecord>> ReadAsync(
        TableModel table, RecordQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var rows = new List<OcRecord>();
            await foreach (var row in store.ReadAsync(table, query, cancellationToken).ConfigureAwait(false))
                rows.Add(row);

            return rows;
        }
        catch (DataverseException e) when (e.Kind
            is DataverseErrorKind.NotFound or DataverseErrorKind.InvalidArgument or DataverseErrorKind.PermissionDenied)
        {
            return [];
        }
    }
}
