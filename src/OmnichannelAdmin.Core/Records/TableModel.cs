using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace OmnichannelAdmin.Records;

/// <summary>A record class and the table it is bound to, read off the class's attributes once.</summary>
public sealed class TableModel
{
    private static readonly ConcurrentDictionary<Type, TableModel> Models = new();

    private readonly TableAttribute _table;
    private readonly Type _type;
    private readonly Dictionary<string, ColumnModel> _byName;
    private readonly Dictionary<string, ColumnModel> _bySelectName;

    private TableModel(Type type)
    {
        _type = type;
        _table = type.GetCustomAttribute<TableAttribute>()
            ?? throw new ArgumentException($"{type.Name} names no table.", nameof(type));
        Columns = [.. FindColumns(type)];
        _byName = Columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        NameColumn = _byName[_table.NameProperty];
        OtherNameColumn = _table.OtherNameProperty is { } other ? _byName[other] : null;
        Key = _table.KeyProperties.Length == 0
            ? [NameColumn]
            : [.. _table.KeyProperties.Select(property => _byName[property])];
        Links = [.. FindLinks(type)];
        Secrets = [.. Columns.Where(column => column.Declaration.IsSecret)];
        _bySelectName = Columns.Except(Secrets).ToDictionary(
            column => column.Declaration.SelectName, StringComparer.Ordinal);
        Select = [PrimaryKey, .. Columns.Except(Secrets).Select(column => column.Declaration.SelectName)];
    }

    /// <summary>The name of the record class.</summary>
    public string RecordName => _type.Name;

    /// <summary>The table's logical name.</summary>
    public string LogicalName => _table.LogicalName;

    /// <summary>The table's name in URLs.</summary>
    public string EntitySet => _table.Set;

    /// <summary>What people call a row of the table.</summary>
    public string DisplayName => _table.DisplayName;

    /// <summary>The column that holds a row's GUID.</summary>
    public string PrimaryKey => $"{LogicalName}id";

    /// <summary>The bound properties.</summary>
    public IReadOnlyList<ColumnModel> Columns { get; }

    /// <summary>The columns that hold secrets.</summary>
    public IReadOnlyList<ColumnModel> Secrets { get; }

    /// <summary>The property that holds the name by which people know a row.</summary>
    public ColumnModel NameColumn { get; }

    /// <summary>The property that holds another name by which a row is found, or null when there is none.</summary>
    public ColumnModel? OtherNameColumn { get; }

    /// <summary>The properties that together tell a row from all others.</summary>
    public IReadOnlyList<ColumnModel> Key { get; }

    /// <summary>The many-to-many relationships that a record shows.</summary>
    public IReadOnlyList<LinksModel> Links { get; }

    /// <summary>The section of a configuration document that holds the table's rows, or null when none does.</summary>
    public string? Section => _table.Section;

    /// <summary>The only feature that needs the table and all of its columns; null when everything does.</summary>
    public string? OnlyFor => _table.OnlyFor;

    /// <summary>What <c>$select</c> asks for to fill a record.</summary>
    public IReadOnlyList<string> Select { get; }

    /// <summary>The model of a record class.</summary>
    public static TableModel Of<T>()
        where T : OcRecord => Of(typeof(T));

    /// <summary>The model of a record class.</summary>
    /// <exception cref="ArgumentException">The class names no table.</exception>
    public static TableModel Of(Type type) => Models.GetOrAdd(type, static key => new TableModel(key));

    /// <summary>The model of the record class of that name, or null when there is none.</summary>
    public static TableModel? Find(string recordName) =>
        typeof(OcRecord).Assembly.GetTypes()
            .Where(type => type.Name == recordName && type.GetCustomAttribute<TableAttribute>() is not null)
            .Select(Of)
            .FirstOrDefault();

    /// <summary>
    /// The column that a property is bound to, or null when it is bound to none. Case does not matter.
    /// </summary>
    public ColumnModel? FindColumn(string property) => _byName.GetValueOrDefault(property);

    /// <summary>The column that a property is bound to.</summary>
    /// <exception cref="ArgumentException">The property is bound to none.</exception>
    public ColumnModel Column(string property) =>
        FindColumn(property) ?? throw new ArgumentException(
            $"{_type.Name}.{property} is bound to no column.", nameof(property));

    /// <summary>Makes a record of a row that the server sent. Its secrets count as not readable.</summary>
    public OcRecord Read(JsonElement row)
    {
        var record = NewRecord(
            row.GetProperty(PrimaryKey).GetGuid(),
            row.TryGetProperty("@odata.etag", out var etag) ? etag.GetString() : null);
        foreach (var secret in Secrets)
            secret.SetOn(record, SecretState.NotReadable);
        foreach (var property in row.EnumerateObject())
        {
            // One walk over the row: asking it for each column by name would be a walk per column.
            if (property.Value.ValueKind != JsonValueKind.Null
                && _bySelectName.TryGetValue(property.Name, out var column))
                column.SetOn(record, column.Read(row, property.Value));
        }

        foreach (var links in Links)
            links.SetOn(record, links.Read(row));

        return record;
    }

    /// <summary>The name by which people know the record.</summary>
    public string? NameOf(OcRecord record) => NameColumn.ValueOf(record)?.ToString();

    /// <summary>Whether the record's name, or its other name, is like that.</summary>
    public bool IsNamed(OcRecord record, Func<string?, bool> isLike) =>
        isLike(NameOf(record)) || (OtherNameColumn is not null && isLike(OtherNameColumn.ValueOf(record)?.ToString()));

    /// <summary>A copy of the record with other values in some columns; a new record when there is none yet.</summary>
    public OcRecord With(OcRecord? record, Guid id, IEnumerable<ColumnChange> changes)
    {
        var copy = NewRecord(id, record?.ETag);
        if (record is not null)
        {
            foreach (var column in Columns)
                column.SetOn(copy, column.ValueOf(record));
            foreach (var links in Links)
                links.SetOn(copy, links.ValueOf(record));
        }

        foreach (var change in changes)
            change.Column.SetOn(copy, change.After);

        return copy with { Environment = record?.Environment };
    }

    /// <summary>A copy of the record that is linked with other rows.</summary>
    /// <param name="record">The record.</param>
    /// <param name="property">The property that is bound to the relationship.</param>
    /// <param name="others">The rows at the other end.</param>
    public OcRecord WithLinks(OcRecord record, string property, IReadOnlyList<RecordReference> others)
    {
        var copy = With(record, record.Id, []);
        Links.Single(links => links.Name == property).SetOn(copy, others);
        return copy;
    }

    private IEnumerable<ColumnModel> FindColumns(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let declaration = property.GetCustomAttribute<ColumnAttribute>()
        where declaration is not null
        select new ColumnModel(this, property, declaration);

    private static IEnumerable<LinksModel> FindLinks(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let declaration = property.GetCustomAttribute<LinksAttribute>()
        where declaration is not null
        select new LinksModel(property, declaration);

    // Record classes have init-only properties and no constructor of their own, which reflection can fill.
    private OcRecord NewRecord(Guid id, string? etag)
    {
        var record = (OcRecord)Activator.CreateInstance(_type)!;
        typeof(OcRecord).GetProperty(nameof(OcRecord.Id))!.SetValue(record, id);
        typeof(OcRecord).GetProperty(nameof(OcRecord.ETag))!.SetValue(record, etag);
        return record;
    }
}
