using System.Net;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>Deletes rows by the delete rules of the lookups that point at them.</summary>
internal sealed class RowDeleter(RequestScope scope, RowTransaction transaction)
{
    private readonly RowStore _store = transaction.Store;

    // Emptying a lookup is the platform's own act, for which the caller needs no privilege.
    private readonly RowWriter _platform = new(
        scope with { Caller = new Identity(scope.UserId, Permissions.All) }, transaction);

    /// <summary>Deletes a row, and what its table's relationships delete with it.</summary>
    /// <exception cref="RefusedException">A row that restricts the delete points at it.</exception>
    public void Delete(Row row)
    {
        IntersectRules.RefuseWrite(row.Table, "Delete");

        // Out first, so that rows in a ring of cascades end.
        transaction.Remove(row);
        foreach (var (table, lookup) in _store.Schema.LookupsTo(row.Table.LogicalName))
        {
            foreach (var pointing in Pointing(table, lookup, row))
                Apply(lookup, pointing, row);
        }

        RemoveLinks(row);
    }

    private List<Row> Pointing(Table table, Column lookup, Row row) =>
        _store[table].Sorted
            .Where(other => other[lookup] is RowReference to && to.Id == row.Id && to.Table == row.Table.LogicalName)
            .ToList();

    private void Apply(Column lookup, Row pointing, Row row)
    {
        if (_store[pointing.Table].Find(pointing.Id) is not { } current)
            return;

        switch (lookup.DeleteRule)
        {
            case DeleteRule.Restrict:
                throw new RefusedException(
                    HttpStatusCode.MethodNotAllowed,
                    ErrorCodes.CannotDeleteDueToAssociation,
                    $"'{row.Table}' {row.Id} cannot be deleted: '{pointing.Table}' {pointing.Id} "
                        + $"({pointing.Name ?? "no name"}) refers to it in '{lookup}'. "
                        + "Unlink or delete that row first.");
            case DeleteRule.Cascade:
                Delete(current);
                break;
            default:
                _platform.SetLookup(current, lookup, target: null);
                break;
        }
    }

    private void RemoveLinks(Row row)
    {
        foreach (var relationship in _store.Schema.ManyToMany)
        {
            var links = _store[relationship];
            foreach (var pair in links.Pairs.Where(pair => Holds(relationship, pair, row)).ToList())
                transaction.Unlink(links, pair);
        }
    }

    private static bool Holds(ManyToMany relationship, (Guid First, Guid Second) pair, Row row) =>
        (relationship.First == row.Table.LogicalName && pair.First == row.Id)
        || (relationship.Second == row.Table.LogicalName && pair.Second == row.Id);
}
