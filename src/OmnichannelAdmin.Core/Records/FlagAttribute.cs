using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A yes/no column; the property is a <see cref="bool"/>.</summary>
/// <param name="column">The column's logical name.</param>
public sealed class FlagAttribute(string column) : ColumnAttribute(column)
{
    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) => value.GetBoolean();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create((bool)value);
}
