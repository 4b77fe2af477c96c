using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>
/// The rows of an organization, past the Web API: for tests that look at what was stored, or change a row behind the
/// back of the code they test.
/// </summary>
public sealed class SandboxRows
{
    private readonly SandboxOrganization _organization;

    internal SandboxRows(SandboxOrganization organization) => _organization = organization;

    private RowStore Store => _organization.Store;

    /// <summary>The rows of a table, in the order of their ids.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public IReadOnlyList<SandboxRow> All(string table)
    {
        var rows = Store[Store.Schema.Table(table)];
        return Store.Read(() => rows.Sorted.Select(ToPublic).ToList());
    }

    /// <summary>How many rows a table has.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public int Count(string table)
    {
        var rows = Store[Store.Schema.Table(table)];
        return Store.Read(() => rows.Count);
    }

    /// <summary>A row, or null.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public SandboxRow? Find(string table, Guid id)
    {
        var rows = Store[Store.Schema.Table(table)];
        return Store.Read(() => rows.Find(id) is { } row ? ToPublic(row) : null);
    }

    /// <summary>Adds a row under a new id. The rules of its columns hold; read-only columns may be set.</summary>
    /// <param name="table">The table's logical name.</param>
    /// <param name="values">
    /// The values by the columns' logical names. A lookup takes a <see cref="RowReference"/>, or a Guid where it has
    /// one target.
    /// </param>
    /// <returns>The row's id.</returns>
    /// <exception cref="ArgumentException">A name is unknown, or a value breaks a rule of its column.</exception>
    public Guid Add(string table, Dictionary<string, object?> values) => Add(table, Guid.NewGuid(), values);

    /// <summary>Adds a row under an id.</summary>
    /// <returns>The row's id.</returns>
    /// <inheritdoc cref="Add(string, Dictionary{string, object?})" path="/exception"/>
    public Guid Add(string table, Guid id, Dictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var definition = Store.Schema.Table(table);
        return Write(_organization.Settings.UserId, writer =>
        {
            var row = writer.Begin(definition, id);
            return writer.Overwrite(row, ToColumns(definition, values)).Id;
        });
    }

    /// <summary>Changes columns of a row, as if another request had come in between: its etag moves.</summary>
    /// <param name="table">The table's logical name.</param>
    /// <param name="id">The row's id.</param>
    /// <param name="values">The values, as for <see cref="Add(string, Dictionary{string, object?})"/>.</param>
    /// <param name="userId">Who did it, or null for the organization's own user.</param>
    /// <exception cref="ArgumentException">The row is missing, a name is unknown, or a value breaks a rule.</exception>
    public void Change(string table, Guid id, Dictionary<string, object?> values, Guid? userId = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var definition = Store.Schema.Table(table);
        Write(userId ?? _organization.Settings.UserId, writer =>
            writer.Overwrite(Existing(definition, id), ToColumns(definition, values)));
    }

    /// <summary>Deletes a row by the delete rules.</summary>
    /// <exception cref="ArgumentException">The row is missing, or another row restricts the delete.</exception>
    public void Remove(string table, Guid id)
    {
        var definition = Store.Schema.Table(table);
        Write(_organization.Settings.UserId, (scope, transaction) =>
        {
            new RowDeleter(scope, transaction).Delete(Existing(definition, id));
            return id;
        });
    }

    /// <summary>Links two rows by a many-to-many relationship.</summary>
    /// <param name="relationship">The relationship's name.</param>
    /// <param name="first">The row of the table that the relationship lists first.</param>
    /// <param name="second">The other row.</param>
    /// <exception cref="ArgumentException">There is no such relationship.</exception>
    public void Link(string relationship, Guid first, Guid second)
    {
        var links = Links(relationship);
        Store.Write(transaction => transaction.Link(links, (first, second)));
    }

    /// <summary>The pairs of a many-to-many relationship.</summary>
    /// <exception cref="ArgumentException">There is no such relationship.</exception>
    public IReadOnlyList<(Guid First, Guid Second)> Linked(string relationship)
    {
        var links = Links(relationship);
        return Store.Read(() => links.Pairs.Order().ToList());
    }

    private LinkSet Links(string relationship) =>
        Store[Store.Schema.FindManyToMany(relationship)
            ?? throw new ArgumentException(
                $"The sandbox has no relationship {relationship}.", nameof(relationship))];

    private Row Existing(Table table, Guid id) =>
        Store[table].Find(id) ?? throw RefusedException.RowMissing(table.LogicalName, id);

    private T Write<T>(Guid userId, Func<RowWriter, T> write) =>
        Write(userId, (scope, transaction) => write(new RowWriter(scope, transaction)));

    private T Write<T>(Guid userId, Func<RequestScope, RowTransaction, T> write)
    {
        var scope = new RequestScope(
            _organization,
            new Identity(userId, Permissions.All),
            new Uri(_organization.Settings.Url, "api/data/v9.2/"));
        try
        {
            return Store.Write(transaction => write(scope, transaction));
        }
        catch (RefusedException refused)
        {
            throw new ArgumentException(refused.Message, refused);
        }
    }

    private static List<KeyValuePair<Column, object?>> ToColumns(Table table, Dictionary<string, object?> values) =>
        values.Select(value => ToColumn(table, value.Key, value.Value)).ToList();

    private static KeyValuePair<Column, object?> ToColumn(Table table, string name, object? value)
    {
        var column = table.Column(name);
        return new KeyValuePair<Column, object?>(
            column,
            column.IsLookup && value is Guid id ? new RowReference(column.Targets.Single(), id) : value);
    }

    private static SandboxRow ToPublic(Row row) => new(
        row.Table.LogicalName,
        row.Id,
        row.Etag,
        row.Table.VisibleColumns.ToDictionary(
            column => column.LogicalName, column => row[column], StringComparer.Ordinal));
}
