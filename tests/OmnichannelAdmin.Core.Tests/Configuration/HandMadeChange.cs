using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>A change of one column that somebody makes past the module.</summary>
internal static class HandMadeChange
{
    /// <summary>All columns of all records that a document decides, except the keys.</summary>
    public static IReadOnlyList<(PlannedChange Record, ColumnModel Column)> Candidates(
        ConfigurationDocument document, ConfigurationPlan unchanged) =>
    [
        .. from section in document.Sections
           from record in section.Records
           from column in record.Values.Keys.OfType<ColumnModel>()
           where !section.Table.Key.Contains(column)
           select (unchanged.Changes.Single(change => change.Key.Equals(record.Key)), column),
    ];

    /// <summary>Puts another value into the column.</summary>
    public static void Make(ConfiguredEnvironment environment, PlannedChange record, ColumnModel column)
    {
        var rows = environment.Organization.Rows;
        var name = column.Declaration.Column;
        var before = rows.Find(record.Table.LogicalName, record.Id)!.Values[name];
        rows.Change(record.Table.LogicalName, record.Id, new() { [name] = Another(environment, column, before) });
    }

    private static object? Another(ConfiguredEnvironment environment, ColumnModel column, object? before) => column.Declaration switch
    {
        FlagAttribute => before is not true,
        LookupAttribute lookup => before is null ? AnyRow(environment, TableModel.Of(lookup.Target)) : null,
        ChoiceAttribute => Enum.GetValues(column.ValueType).Cast<int>().First(option => !Equals(option, before)),
        _ => column.ValueType == typeof(Uri) ? "https://changed.example.com" : "99999999-9999-9999-9999-999999999999",
    };

    private static Guid AnyRow(ConfiguredEnvironment environment, TableModel table) =>
        environment.Organization.Rows.All(table.LogicalName)[0].Id;
}
