using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A text column that holds the GUID of a row of one of several tables; the property is a string. Which table it is,
/// another choice of the row tells: <see cref="InstanceOfAttribute"/> says how.
/// </summary>
/// <param name="column">The column's logical name.</param>
public sealed class InstanceAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>The property that holds the choice.</summary>
    public required string ToldBy { get; init; }

    /// <summary>How many UTF-16 characters the column holds.</summary>
    public required int MaxLength { get; init; }

    /// <summary>A GUID is text with dashes and in lower case; an empty text clears the column.</summary>
    public override object? Normalize(object? value) => value switch
    {
        "" => null,
        RecordReference reference => reference.Id.ToString(),
        string text when Guid.TryParse(text, out var guid) => guid.ToString(),
        _ => value,
    };

    /// <inheritdoc/>
    public override object? ToProperty(object? value) => Normalize(value);

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) => value.ToString();

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create((string)Normalize(value)!);
}
