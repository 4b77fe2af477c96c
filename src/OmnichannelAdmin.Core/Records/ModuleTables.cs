using System.Reflection;

namespace OmnichannelAdmin.Records;

/// <summary>The tables that the record classes are bound to.</summary>
public static class ModuleTables
{
    /// <summary>
    /// All of them, in the order of their names. Of two classes of one table, that which every environment can fill
    /// comes first.
    /// </summary>
    public static IReadOnlyList<TableModel> All { get; } =
    [
        .. typeof(OcRecord).Assembly.GetExportedTypes()
            .Where(type => type.GetCustomAttribute<TableAttribute>() is not null)
            .Select(TableModel.Of)
            .OrderBy(table => table.LogicalName, StringComparer.Ordinal)
            .ThenBy(table => table.Columns.Count),
    ];
}
