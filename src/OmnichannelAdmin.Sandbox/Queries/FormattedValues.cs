using System.Globalization;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>Values as people read them, in the format of a user in the United States.</summary>
internal static class FormattedValues
{
    /// <summary>The text of a value, or null where the platform formats none: a text, or an id.</summary>
    public static string? Format(RowStore store, Column column, object value) => value switch
    {
        RowReference reference => store.Find(reference)?.Name,
        int number when column.IsChoice => column.Options.GetValueOrDefault(number),
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        long number => number.ToString("N0", CultureInfo.InvariantCulture),
        bool flag => flag ? "Yes" : "No",
        DateTimeOffset time => time.ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture),
        string text when column.Type == ColumnType.MultiSelectPicklist => FormatChoices(column, text),
        _ => null,
    };

    private static string FormatChoices(Column column, string values) =>
        string.Join("; ", values.Split(',').Select(value => column.Options.GetValueOrDefault(
            int.Parse(value, CultureInfo.InvariantCulture), value)));
}
