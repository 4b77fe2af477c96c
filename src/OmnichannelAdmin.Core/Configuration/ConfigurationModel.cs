using System.Collections.Concurrent;
using System.Reflection;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>What a configuration document can hold, read off the declarations of the record classes.</summary>
public static class ConfigurationModel
{
    private static readonly ConcurrentDictionary<TableModel, IReadOnlyList<PropertyModel>> Properties = new();

    /// <summary>The tables that have a section, in the order of their sections.</summary>
    public static IReadOnlyList<TableModel> Tables { get; } =
    [
        .. typeof(OcRecord).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TableAttribute>() is { Section: not null })
            .Select(TableModel.Of)
            .OrderBy(table => table.Section, StringComparer.Ordinal),
    ];

    /// <summary>The table whose rows a section holds, or null. Case does not matter.</summary>
    public static TableModel? FindSection(string section) =>
        Tables.FirstOrDefault(table => string.Equals(table.Section, section, StringComparison.OrdinalIgnoreCase));

    /// <summary>The table whose rows a section holds. Case does not matter.</summary>
    /// <exception cref="OcValidationException">There is no such section.</exception>
    public static TableModel RequireSection(string section) => FindSection(section)
        ?? throw new OcValidationException("Section", "SectionUnknown", WhyNoSection(section));

    /// <summary>Says that there is no such section, and which there are.</summary>
    internal static string WhyNoSection(string section) =>
        $"There is no section '{section}'. The sections are "
            + $"{string.Join(", ", Tables.Select(table => table.Section))}.";

    /// <summary>The table of that logical name, or null when it has no section.</summary>
    public static TableModel? FindTable(string logicalName) =>
        Tables.FirstOrDefault(table => table.LogicalName == logicalName);

    /// <summary>
    /// The properties of a table that a document can hold: those of the key, other columns, links with other rows.
    /// </summary>
    public static IReadOnlyList<PropertyModel> PropertiesOf(TableModel table) =>
        Properties.GetOrAdd(table, static table => [.. table.Key.Union(table.Columns.Where(Travels)), .. table.Links]);

    /// <summary>The properties of a table's key, as a sentence names them.</summary>
    internal static string DescribeKey(TableModel table) =>
        string.Join(" and ", table.Key.Select(column => column.DocumentName));

    /// <summary>The tables that have to be read to know all keys that rows of some tables are written with.</summary>
    public static IReadOnlyList<TableModel> ReadFor(IEnumerable<TableModel> tables)
    {
        var found = new List<TableModel>();
        foreach (var table in tables)
            Add(found, table, PropertiesOf(table));

        return found;
    }

    /// <summary>
    /// The tables themselves, and those whose rows belong to rows of theirs, since their keys point at them.
    /// </summary>
    internal static IReadOnlyList<TableModel> WithBelongings(IEnumerable<TableModel> tables)
    {
        var found = tables.ToList();
        for (var index = 0; index < found.Count; index++)
        {
            var owner = found[index];
            found.AddRange(Tables.Where(
                table => !found.Contains(table) && table.Key.Any(column => column.Targets.Contains(owner))));
        }

        return found;
    }

    private static bool Travels(ColumnModel column) =>
        column.Declaration is { ReadOnly: false, EnvironmentSpecific: false, Derived: false };

    private static void Add(List<TableModel> found, TableModel table, IReadOnlyList<PropertyModel> properties)
    {
        if (!found.Contains(table))
            found.Add(table);

        foreach (var target in properties.SelectMany(property => property.Targets))
        {
            if (!found.Contains(target))
                Add(found, target, target.Key);
        }
    }
}
