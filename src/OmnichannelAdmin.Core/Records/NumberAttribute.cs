using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A whole-number column; the property is an <see cref="int"/>.</summary>
/// <param name="column">The column's logical name.</param>
public sealed class NumberAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>The least value that the column holds.</summary>
    public int Min { get; init; }

    /// <summary>The greatest value that the column holds.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        if ((int)value < Min || (int)value > Max)
            throw new OcValidationException(
                field, $"{field}OutOfRange", $"{field} is {value}; it must be from {Min} to {Max}.");
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) => value.GetInt32();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create((int)value);
}
