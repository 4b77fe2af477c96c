using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A text column that holds several words, separated by blanks; the property is a <see cref="TextList"/>.
/// </summary>
/// <param name="column">The column's logical name.</param>
public sealed class TextListAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>How many UTF-16 characters the column holds, blanks included.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Words are a list, whatever list they come in; no words clear the column.</summary>
    public override object? Normalize(object? value) => value switch
    {
        TextList { Count: 0 } => null,
        TextList => value,
        string text => Normalize(new TextList([text])),
        IEnumerable<string> words => Normalize(new TextList(words)),
        _ => value,
    };

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        var length = value.ToString()!.Length;
        if (length > MaxLength)
        {
            throw new OcValidationException(
                field,
                $"{field}TooLong",
                $"{field} has {length} characters with the blanks in between; "
                    + $"the column holds at most {MaxLength}. Ask for fewer.");
        }
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) =>
        new TextList([value.ToString()]);

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create(value.ToString());
}
