using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>The rows behind a collection-valued navigation property of one row, one-to-many or many-to-many.</summary>
internal sealed class RowCollection
{
    private readonly RequestScope _scope;
    private readonly RowTransaction _transaction;
    private readonly Row _owner;
    private readonly ManyToMany? _manyToMany;
    private readonly (Table Table, Column Lookup)? _oneToMany;

    public RowCollection(RequestScope scope, RowTransaction transaction, Row owner, string navigationProperty)
    {
        _scope = scope;
        _transaction = transaction;
        _owner = owner;
        _manyToMany = transaction.Store.Schema.FindManyToMany(owner.Table, navigationProperty);
        _oneToMany = transaction.Store.Schema.FindOneToMany(owner.Table, navigationProperty);
        if (_manyToMany is null && _oneToMany is null)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, $"Table '{owner.Table}' has no navigation property '{navigationProperty}'.");
        }
    }

    /// <summary>The rows of a collection, in the order of their ids.</summary>
    public static IEnumerable<Row> Rows(RowStore store, Row owner, string navigationProperty)
    {
        if (store.Schema.FindManyToMany(owner.Table, navigationProperty) is { } manyToMany)
        {
            var other = store.Schema.Table(manyToMany.OtherThan(owner.Table.LogicalName));
            return store[manyToMany].LinkedTo(owner.Table.LogicalName, owner.Id)
                .Select(id => store[other].Find(id)!);
        }

        return store.Schema.FindOneToMany(owner.Table, navigationProperty) is { } oneToMany
            ? store[oneToMany.Table].Sorted.Where(row => row[oneToMany.Lookup] is RowReference to && to.Id == owner.Id)
            : [];
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="RefusedException">The row is missing, of another table, or there already.</exception>
    public void Add(RowReference member)
    {
        var row = Member(member);
        if (_oneToMany is { } oneToMany)
        {
            new RowWriter(_scope, _transaction)
                .SetLookup(row, oneToMany.Lookup, new RowReference(_owner.Table.LogicalName, _owner.Id));
            return;
        }

        _scope.Permissions.Demand(TableAction.Append, _owner.Table);
        _scope.Permissions.Demand(TableAction.AppendTo, row.Table);

        // Linking what is linked already is answered as a duplicate; the facts name no code of its own for it.
        if (!_transaction.Link(Links, Pair(row)))
        {
            throw new RefusedException(
                System.Net.HttpStatusCode.PreconditionFailed,
                ErrorCodes.DuplicateRecord,
                $"'{_owner.Table}' {_owner.Id} and '{row.Table}' {row.Id} are linked already, "
                    + $"by '{_manyToMany!.Name}'.");
        }
    }

    /// <summary>Takes a row out; the row itself stays.</summary>
    /// <exception cref="RefusedException">The row is not in the collection.</exception>
    public void Remove(RowReference member)
    {
        var row = Member(member);
        if (_oneToMany is { } oneToMany)
        {
            new RowWriter(_scope, _transaction).SetLookup(row, oneToMany.Lookup, target: null);
            return;
        }

        _scope.Permissions.Demand(TableAction.Append, _owner.Table);
        if (!_transaction.Unlink(Links, Pair(row)))
            throw RefusedException.RowMissing(_manyToMany!.Name, row.Id);
    }

    private LinkSet Links => _transaction.Store[_manyToMany!];

    private (Guid First, Guid Second) Pair(Row member) => Links.Pair(_owner.Table.LogicalName, _owner.Id, member.Id);

    private Row Member(RowReference member)
    {
        var table = _manyToMany?.OtherThan(_owner.Table.LogicalName) ?? _oneToMany!.Value.Table.LogicalName;
        if (member.Table != table)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, $"The collection holds rows of '{table}', not of '{member.Table}'.");
        }

        return _transaction.Store.Find(member) ?? throw RefusedException.RowMissing(member.Table, member.Id);
    }
}
