using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A choice column of locales; the property is a string that holds the locale's code, such as <c>en-US</c>.
/// </summary>
/// <param name="column">The column's logical name.</param>
public sealed class LocaleAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>A code that the column holds beside those of every message, or null.</summary>
    public string? AlsoHolds { get; init; }

    /// <summary>The codes that the column holds.</summary>
    public IEnumerable<string> Codes => AlsoHolds is null ? LocaleCodes.All : LocaleCodes.All.Append(AlsoHolds);

    /// <summary>A code is spelled as the product spells it; empty text clears the column.</summary>
    public override object? Normalize(object? value) => value switch
    {
        "" => null,
        string code when LocaleCodes.IdentifierOf(code) is { } identifier => LocaleCodes.CodeOf(identifier),
        _ => value,
    };

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        if (Codes.Contains((string)value, StringComparer.OrdinalIgnoreCase))
            return;

        throw new OcValidationException(
            field, $"{field}Unknown", $"{field} is '{value}', which is none of {string.Join(", ", Codes)}.");
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) =>
        LocaleCodes.CodeOf(value.GetInt32());

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) =>
        JsonValue.Create(LocaleCodes.IdentifierOf((string)value)!.Value);
}
