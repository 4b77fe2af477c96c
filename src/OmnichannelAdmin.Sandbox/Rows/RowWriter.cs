using System.Net;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>Creates and changes rows, by the rules of their table.</summary>
internal sealed class RowWriter(RequestScope scope, RowTransaction transaction)
{
    private readonly RowStore _store = transaction.Store;

    /// <summary>Creates a row, under its own id when it brings one.</summary>
    /// <exception cref="RefusedException">A rule is broken, or the id is taken.</exception>
    public Row Create(RowPayload payload, Guid? idOfUrl = null)
    {
        var table = payload.Table;
        IntersectRules.RefuseWrite(table, "Create");
        scope.Permissions.Demand(TableAction.Create, table);
        var id = NewId(payload, idOfUrl);
        RefuseTaken(table, id);
        var values = NewValues(table);
        Apply(payload, values, isNew: true);
        RefuseMissing(table, values);
        var row = Put(table, id, values);
        WriteCollections(payload, row);
        return row;
    }

    /// <summary>Makes a row with what the platform fills in; <see cref="Overwrite"/> goes on from there.</summary>
    /// <exception cref="RefusedException">The id is taken.</exception>
    public Row Begin(Table table, Guid id)
    {
        RefuseTaken(table, id);
        return Put(table, id, NewValues(table));
    }

    /// <summary>Changes the columns given; the others stay.</summary>
    /// <exception cref="RefusedException">A rule is broken.</exception>
    public Row Update(Row row, RowPayload payload)
    {
        IntersectRules.RefuseWrite(row.Table, "Update");
        if (payload.Find(row.Table.PrimaryId) is Guid id && id != row.Id)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.InvalidArgument, $"The id of a row of table '{row.Table}' does not change: the URL names "
                    + $"{row.Id}, the body {id}.");
        }

        scope.Permissions.Demand(TableAction.Write, row.Table);
        var values = row.CopyValues();
        Apply(payload, values, isNew: false);
        var changed = Put(row.Table, row.Id, values);
        WriteCollections(payload, changed);
        return changed;
    }

    /// <summary>Changes one column.</summary>
    /// <exception cref="RefusedException">A rule is broken.</exception>
    public Row Set(Row row, Column column, object? value)
    {
        var payload = new RowPayload(row.Table);
        payload.Values.Add(new KeyValuePair<Column, object?>(column, value));
        return Update(row, payload);
    }

    /// <summary>Points a lookup at a row, or at nothing.</summary>
    /// <exception cref="RefusedException">The row is missing or of another table.</exception>
    public Row SetLookup(Row row, Column lookup, RowReference? target)
    {
        scope.Permissions.Demand(TableAction.Write, row.Table);
        var values = row.CopyValues();
        values[lookup.Ordinal] = CheckedTarget(row.Table, lookup, target);
        return Put(row.Table, row.Id, values);
    }

    /// <summary>Puts values into a row that nobody may write through the Web API as well; their rules hold.</summary>
    /// <exception cref="RefusedException">A value breaks a rule of its column.</exception>
    public Row Overwrite(Row row, IReadOnlyList<KeyValuePair<Column, object?>> given)
    {
        var values = row.CopyValues();
        foreach (var (column, value) in given)
            values[column.Ordinal] = value is RowReference ? value : Checked(row.Table, column, value);

        StateRules.Complete(
            row.Table,
            values,
            given.Any(value => value.Key.Type == ColumnType.State),
            given.Any(value => value.Key.Type == ColumnType.Status));
        return Put(row.Table, row.Id, values);
    }

    private void RefuseTaken(Table table, Guid id)
    {
        if (_store[table].Find(id) is null)
            return;

        throw new RefusedException(
            HttpStatusCode.PreconditionFailed,
            ErrorCodes.DuplicateRecord,
            $"Cannot insert duplicate key: table '{table}' has a row with id {id} already.");
    }

    // The id is the platform's own to make, and so are state and owner where they are not given.
    private static void RefuseMissing(Table table, object?[] values)
    {
        foreach (var column in table.Columns)
        {
            if (column.SystemRequired && values[column.Ordinal] is null && !ReferenceEquals(column, table.PrimaryId))
                throw NotNullable(table, column);
        }
    }

    private static Guid NewId(RowPayload payload, Guid? idOfUrl)
    {
        var given = idOfUrl ?? payload.Find(payload.Table.PrimaryId) as Guid?;
        return given is null || given == Guid.Empty ? Guid.NewGuid() : given.Value;
    }

    private object?[] NewValues(Table table)
    {
        var values = new object?[table.Columns.Count];
        foreach (var column in table.Columns)
            values[column.Ordinal] = DefaultOf(column);

        SetIfThere("createdon", Now());
        SetIfThere("createdby", Caller());
        SetIfThere("ownerid", Caller());
        SetIfThere("owningbusinessunit", BusinessUnitOfCaller());
        return values;

        void SetIfThere(string name, object? value)
        {
            if (table.FindColumn(name) is { } column)
                values[column.Ordinal] = value;
        }
    }

    private static object? DefaultOf(Column column) => column.Type switch
    {
        ColumnType.State => column.Default ?? 0,
        ColumnType.Status => column.Default ?? 1,
        _ => column.Default,
    };

    private void Apply(RowPayload payload, object?[] values, bool isNew)
    {
        var table = payload.Table;
        var stateGiven = false;
        var statusGiven = false;
        foreach (var (column, value) in payload.Values)
        {
            if (ReferenceEquals(column, table.PrimaryId))
                continue;

            RefuseIfNotWritable(table, column);
            DemandColumn(table, column, isNew);
            values[column.Ordinal] = Checked(table, column, value);
            stateGiven |= column.Type == ColumnType.State;
            statusGiven |= column.Type == ColumnType.Status;
        }

        foreach (var navigation in payload.Navigations)
            ApplyLookup(table, navigation, values, isNew);
        StateRules.Complete(table, values, stateGiven, statusGiven);
    }

    private void DemandColumn(Table table, Column column, bool isNew)
    {
        if (isNew)
            scope.Permissions.Demand(ColumnAction.Create, table, column, ErrorCodes.AttributePrivilegeCreateIsMissing);
        else
            scope.Permissions.Demand(ColumnAction.Update, table, column, ErrorCodes.AttributePermissionUpdateIsMissing);
    }

    // The platform may drop a read-only column silently; the facts do not say. A double that drops it would hide a
    // mistake of the caller, so it is refused.
    private static void RefuseIfNotWritable(Table table, Column column)
    {
        if (column.IsLookup)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload,
                $"'{column.PropertyName}' of table '{table}' cannot be written directly: bind the navigation property "
                    + $"'{column.NavigationProperty ?? column.LogicalName}' instead.");
        }

        if (column.ReadOnly || column.Type == ColumnType.File)
            throw ReadOnly(table, column);
    }

    private static object? Checked(Table table, Column column, object? value)
    {
        if (value is null)
        {
            if (column.SystemRequired || column.Type is ColumnType.State or ColumnType.Status)
                throw NotNullable(table, column);
            return null;
        }

        ValueRules.Check(table, column, value);
        return value is DateTimeOffset time ? ToSeconds(time) : value;
    }

    private void ApplyLookup(Table table, NavigationPayload navigation, object?[] values, bool isNew)
    {
        if (table.FindNavigation(navigation.Name) is not { } lookup)
            return;

        if (lookup.ReadOnly)
            throw ReadOnly(table, lookup);

        values[lookup.Ordinal] = CheckedTarget(table, lookup, TargetOf(table, navigation, isNew));
    }

    private RowReference? TargetOf(Table table, NavigationPayload navigation, bool isNew)
    {
        if (navigation.Links.Count > 0)
            return RowAddress.Resolve(scope, navigation.Links[0]);
        if (navigation.Rows.Count == 0)
            return null;

        RefuseDeepUpdate(table, navigation, isNew);
        var created = Create(navigation.Rows[0]);
        return new RowReference(created.Table.LogicalName, created.Id);
    }

    private RowReference? CheckedTarget(Table table, Column lookup, RowReference? target)
    {
        if (target is null)
            return lookup.SystemRequired ? throw NotNullable(table, lookup) : null;

        if (!lookup.Targets.Contains(target.Table))
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload,
                $"Lookup '{lookup}' of table '{table}' points at {string.Join(" or ", lookup.Targets)}, "
                    + $"not at '{target.Table}'.");
        }

        if (_store.Find(target) is not { } row)
            throw RefusedException.RowMissing(target.Table, target.Id);

        // The platform links a row to another by two privileges: Append on the one, AppendTo on the other.
        scope.Permissions.Demand(TableAction.Append, table);
        scope.Permissions.Demand(TableAction.AppendTo, row.Table);
        return target;
    }

    private void WriteCollections(RowPayload payload, Row row)
    {
        foreach (var navigation in payload.Navigations)
        {
            if (row.Table.FindNavigation(navigation.Name) is null)
                WriteCollection(row, navigation);
        }
    }

    private void WriteCollection(Row row, NavigationPayload navigation)
    {
        var collection = new RowCollection(scope, transaction, row, navigation.Name);
        foreach (var link in navigation.Links)
            collection.Add(RowAddress.Resolve(scope, link));

        foreach (var nested in navigation.Rows)
        {
            RefuseDeepUpdate(row.Table, navigation, isNew: true);
            var created = Create(nested);
            collection.Add(new RowReference(created.Table.LogicalName, created.Id));
        }
    }

    private static void RefuseDeepUpdate(Table table, NavigationPayload navigation, bool isNew)
    {
        if (!isNew)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload,
                $"A row cannot be created inside an update of table '{table}' ('{navigation.Name}'): create it first.");
        }
    }

    private Row Put(Table table, Guid id, object?[] values)
    {
        values[table.Column("modifiedon").Ordinal] = Now();
        values[table.Column("modifiedby").Ordinal] = Caller();
        var version = _store.NextVersion();
        WebhookVersion.Note(table, _store[table].Find(id), values, version);
        var row = new Row(table, id, version, values);
        transaction.Put(row);
        return row;
    }

    private RowReference Caller() => new("systemuser", scope.UserId);

    private object? BusinessUnitOfCaller()
    {
        var users = _store.Schema.Table("systemuser");
        return _store[users].Find(scope.UserId)?[users.Column("businessunitid")];
    }

    private DateTimeOffset Now() => ToSeconds(scope.Organization.Settings.Time.GetUtcNow());

    private static DateTimeOffset ToSeconds(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private static RefusedException NotNullable(Table table, Column column) => RefusedException.BadRequest(
        ErrorCodes.AttributeNotNullable, $"Column '{column}' of table '{table}' cannot be null.");

    private static RefusedException ReadOnly(Table table, Column column) => RefusedException.BadRequest(
        ErrorCodes.InvalidArgument, $"Column '{column}' of table '{table}' is written by the platform only.");
}
