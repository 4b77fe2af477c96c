using System.Net;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A text column that holds a secret. The property is a <see cref="SecretState"/>; what is written is a
/// <see cref="SecureString"/>. The column is never selected: whether it is set is asked by a filter.
/// </summary>
/// <param name="column">The column's logical name.</param>
public sealed class SecretAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>How many UTF-16 characters the column holds.</summary>
    public required int MaxLength { get; init; }

    /// <inheritdoc/>
    public override bool IsSecret => true;

    /// <inheritdoc/>
    public override object? Normalize(object? value) => value is SecureString { Length: 0 } ? null : value;

    /// <inheritdoc/>
    public override object? ToProperty(object? value) => value switch
    {
        null => SecretState.Unset,
        SecureString => SecretState.Set,
        _ => value,
    };

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        var length = ((SecureString)value).Length;
        if (length > MaxLength)
            throw new OcValidationException(
                field, $"{field}TooLong", $"{field} has {length} characters; the column holds at most {MaxLength}.");
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) => SecretState.Set;

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) =>
        JsonValue.Create(new NetworkCredential("", (SecureString)value).Password);
}
