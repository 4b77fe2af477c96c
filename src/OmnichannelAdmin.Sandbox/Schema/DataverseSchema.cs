using Microsoft.OData.Edm;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>
/// The tables of an environment with Omnichannel, and the OData model made of them. Nothing in it changes, so all
/// organizations share one.
/// </summary>
internal sealed class DataverseSchema
{
    private static readonly Lazy<DataverseSchema> Loaded = new(SchemaReader.ReadEmbedded);

    private readonly Dictionary<string, Table> _byLogicalName;
    private readonly Dictionary<string, Table> _bySetName;
    private readonly ILookup<string, (Table Table, Column Lookup)> _referencing;

    public DataverseSchema(IReadOnlyList<Table> tables, IReadOnlyList<ManyToMany> manyToMany)
    {
        Tables = tables;
        ManyToMany = manyToMany;
        _byLogicalName = tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        _bySetName = tables.ToDictionary(table => table.EntitySetName, StringComparer.Ordinal);
        _referencing = tables
            .SelectMany(table => table.Columns, (table, column) => (table, column))
            .Where(pair => pair.column.IsLookup)
            .SelectMany(pair => pair.column.Targets, (pair, target) => (pair, target))
            .ToLookup(item => item.target, item => item.pair, StringComparer.Ordinal);
        Model = EdmModelFactory.Create(this);
    }

    /// <summary>The schema that the assembly carries.</summary>
    public static DataverseSchema Default => Loaded.Value;

    /// <summary>All tables.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>The many-to-many relationships of which both tables are known.</summary>
    public IReadOnlyList<ManyToMany> ManyToMany { get; }

    /// <summary>The same as an OData model; its judge is Microsoft.OData.Core.</summary>
    public IEdmModel Model { get; }

    /// <summary>The table of that logical name.</summary>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public Table Table(string logicalName) =>
        FindTable(logicalName)
        ?? throw new ArgumentException($"The sandbox has no table {logicalName}.", nameof(logicalName));

    /// <summary>The table of that logical name, or null.</summary>
    public Table? FindTable(string logicalName) => _byLogicalName.GetValueOrDefault(logicalName);

    /// <summary>The table of that entity set, or null.</summary>
    public Table? FindSet(string entitySetName) => _bySetName.GetValueOrDefault(entitySetName);

    /// <summary>The lookups that may point at a table.</summary>
    public IEnumerable<(Table Table, Column Lookup)> LookupsTo(string logicalName) => _referencing[logicalName];

    /// <summary>The many-to-many relationship of that name, or null.</summary>
    public ManyToMany? FindManyToMany(string name) =>
        ManyToMany.FirstOrDefault(relationship => relationship.Name == name);

    /// <summary>The many-to-many relationship behind a navigation property of a table, or null.</summary>
    public ManyToMany? FindManyToMany(Table table, string navigationProperty) =>
        ManyToMany.FirstOrDefault(relationship => relationship.NavigationProperty == navigationProperty
            && (relationship.First == table.LogicalName || relationship.Second == table.LogicalName));

    /// <summary>The lookup behind a collection-valued navigation property of a table, or null.</summary>
    public (Table Table, Column Lookup)? FindOneToMany(Table table, string navigationProperty)
    {
        foreach (var pair in LookupsTo(table.LogicalName))
        {
            if (pair.Lookup.Relationship == navigationProperty)
                return pair;
        }

        return null;
    }
}
