using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A choice column; the property is an enum whose values are the option values.</summary>
/// <param name="column">The column's logical name.</param>
public sealed class ChoiceAttribute(string column) : ColumnAttribute(column)
{
    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        if (Enum.IsDefined(value.GetType(), value))
            return;

        throw new OcValidationException(
            field,
            $"{field}NotAnOption",
            $"{field} is {value}, which is none of {string.Join(", ", Enum.GetNames(value.GetType()))}.");
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) =>
        Enum.ToObject(type, value.GetInt32());

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) =>
        JsonValue.Create(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
}
