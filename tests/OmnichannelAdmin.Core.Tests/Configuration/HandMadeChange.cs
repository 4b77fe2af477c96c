using System.Globalization;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>A change of one property that somebody makes past the document.</summary>
internal static class HandMadeChange
{
    /// <summary>All properties of all records that a document decides, except the keys and secrets.</summary>
    public static IReadOnlyList<(PlannedChange Record, PropertyModel Property)> Candidates(
        ConfigurationDocument document, ConfigurationPlan unchanged) =>
    [
        .. from section in document.Sections
           from record in section.Records
           from property in record.Values.Keys
           where !section.Table.Key.Contains(property) && property is not ColumnModel { Declaration.IsSecret: true }
           select (unchanged.Changes.Single(change => change.Key.Equals(record.Key)), property),
    ];

    /// <summary>Puts another value into the property.</summary>
    public static async Task MakeAsync(ConfiguredEnvironment environment, PlannedChange record, PropertyModel property)
    {
        if (property is ColumnModel column)
            Change(environment, record, column);
        else
            await RelinkAsync(environment, record, (LinksModel)property);
    }

    private static void Change(ConfiguredEnvironment environment, PlannedChange record, ColumnModel column)
    {
        var rows = environment.Organization.Rows;
        var name = column.Declaration.Column;
        var before = rows.Find(record.Table.LogicalName, record.Id)!.Values[name];
        rows.Change(record.Table.LogicalName, record.Id, new() { [name] = Another(environment, column, before) });
    }

    private static object? Another(ConfiguredEnvironment environment, ColumnModel column, object? before) =>
        column.Declaration switch
    {
        FlagAttribute => before is not true,
        NumberAttribute => before is 7 ? 8 : 7,
        LookupAttribute lookup => before is null ? AnyRow(environment, TableModel.Of(lookup.Target)) : null,
        ChoiceAttribute => Enum.GetValues(column.ValueType).Cast<int>().Select(option => (object)option).FirstOrDefault(
            option => !option.Equals(before)),
        ChoicesAttribute => Options(column).First(option => !Equals(option, before)),
        TextListAttribute => "another",
        _ => column.ValueType == typeof(Uri) ? "https://changed.example.com" : "99999999-9999-9999-9999-999999999999",
    };

    private static IEnumerable<string> Options(ColumnModel column) =>
        Enum.GetValues(column.ValueType.GetGenericArguments()[0]).Cast<int>().Select(
            option => option.ToString(CultureInfo.InvariantCulture));

    private static Guid AnyRow(ConfiguredEnvironment environment, TableModel table) =>
        environment.Organization.Rows.All(table.LogicalName) is [var first, ..]
            ? first.Id
            : environment.Organization.Rows.Add(table.LogicalName, NewRow(table));

    private static async Task RelinkAsync(ConfiguredEnvironment environment, PlannedChange record, LinksModel links)
    {
        var store = environment.Connection.Records(SilentObserver.Instance);
        var row = (await store.FindAsync(record.Table, record.Id, CancellationToken.None))!;
        IReadOnlyList<RecordReference> wanted = links.ValueOf(row) is { Count: > 0 }
            ? []
            : [new RecordReference(environment.Organization.Rows.Add(links.Target.LogicalName, NewRow(links.Target)))];
        foreach (var write in RecordWrite.Relink(row, links.Name, wanted))
            await store.ApplyAsync(write, CancellationToken.None);
    }

    private static Dictionary<string, object?> NewRow(TableModel table)
    {
        var row = new Dictionary<string, object?> { [table.NameColumn.Declaration.Column] = "Made by hand" };
        if (table.FindColumn("StreamSource") is { } source)
            row[source.Declaration.Column] = 192350002;

        return row;
    }
}
