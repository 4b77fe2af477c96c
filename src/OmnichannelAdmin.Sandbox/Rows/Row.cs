using System.Globalization;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>
/// A row as it was at one version. It never changes: a write puts a new one in its place, so that a reader keeps what
/// it began with and a transaction can put the old one back.
/// </summary>
internal sealed class Row
{
    /// <summary>The column that shows the version.</summary>
    public const string VersionColumn = "versionnumber";

    private readonly object?[] _values;

    public Row(Table table, Guid id, long version, object?[] values)
    {
        Table = table;
        Id = id;
        Version = version;
        _values = values;
        _values[table.PrimaryId.Ordinal] = id;
        if (table.FindColumn(VersionColumn) is { } versionNumber)
            _values[versionNumber.Ordinal] = version;
    }

    /// <summary>The row's table.</summary>
    public Table Table { get; }

    /// <summary>The row's id.</summary>
    public Guid Id { get; }

    /// <summary>The number of its last write; it only grows.</summary>
    public long Version { get; }

    /// <summary>The version as an etag.</summary>
    public string Etag => string.Create(CultureInfo.InvariantCulture, $"W/\"{Version}\"");

    /// <summary>The value of a column, or null.</summary>
    public object? this[Column column] => _values[column.Ordinal];

    /// <summary>The name that lookups show for the row, or null.</summary>
    public string? Name => Table.PrimaryName is { } name ? _values[name.Ordinal] as string : null;

    /// <summary>A copy of its values, in the order of the columns.</summary>
    public object?[] CopyValues() => (object?[])_values.Clone();
}
