using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A date-and-time column; the property is a <see cref="DateTimeOffset"/> in UTC.</summary>
/// <param name="column">The column's logical name.</param>
public sealed class InstantAttribute(string column) : ColumnAttribute(column)
{
    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) => value.GetDateTimeOffset();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create(((DateTimeOffset)value).UtcDateTime);
}
