using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Payloads;

/// <summary>A row as a body gives it.</summary>
internal sealed class RowPayload(Table table)
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>The values given, by column.</summary>
    public List<KeyValuePair<Column, object?>> Values { get; } = [];

    /// <summary>The navigation properties given.</summary>
    public List<NavigationPayload> Navigations { get; } = [];

    /// <summary>The value given for a column, or null.</summary>
    public object? Find(Column column) => Values.Find(value => ReferenceEquals(value.Key, column)).Value;
}
