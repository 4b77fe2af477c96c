using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>The rows that a query reads from.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Rows">All of them, in the order of their ids.</param>
internal sealed record RowSource(Table Table, IEnumerable<Row> Rows)
{
    /// <summary>The whole table, or null when the rows are a collection.</summary>
    public TableRows? Whole { get; private init; }

    /// <summary>The rows of a set, or of a collection of the row that the parts before it lead to.</summary>
    /// <exception cref="RefusedException">A row on the way is missing.</exception>
    public static RowSource Open(RequestScope scope, IReadOnlyList<ODataPathSegment> segments)
    {
        var store = scope.Store;
        switch (segments[^1])
        {
            case EntitySetSegment set:
                var rows = store[RowPath.TableOf(scope, set.EntitySet.Name)];
                scope.Permissions.Demand(TableAction.Read, rows.Table);
                return new RowSource(rows.Table, rows.Sorted) { Whole = rows };

            case NavigationPropertySegment navigation:
                var owner = RowPath.WalkToRow(scope, segments.SkipLast(1));
                var table = scope.Schema.Table(navigation.NavigationProperty.ToEntityType().Name);
                scope.Permissions.Demand(TableAction.Read, table);
                return new RowSource(table, RowCollection.Rows(store, owner, navigation.NavigationProperty.Name));

            default:
                throw RefusedException.NotInSandbox($"'{segments[^1].Identifier}' inside a path");
        }
    }

    /// <summary>The rows behind an id, in the order of their ids; a whole table is entered there at once.</summary>
    public IEnumerable<Row> After(Guid id)
    {
        if (Whole is null)
            return Rows.Where(row => row.Id.CompareTo(id) > 0);

        var ids = Whole.SortedIds;
        var found = Array.BinarySearch(ids, id);
        var start = found < 0 ? ~found : found + 1;
        return Enumerable.Range(start, ids.Length - start).Select(index => Whole.Find(ids[index])!);
    }
}
