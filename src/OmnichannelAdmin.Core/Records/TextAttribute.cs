using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A text column; the property is a string, or a <see cref="Uri"/> for an address.</summary>
/// <param name="column">The column's logical name.</param>
public sealed class TextAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>How many UTF-16 characters the column holds.</summary>
    public required int MaxLength { get; init; }

    /// <summary>What the text holds.</summary>
    public TextFormat Format { get; init; }

    /// <summary>
    /// The record class of rows that the text points at by their unique name, or null when it points at none.
    /// </summary>
    public Type? UniqueNameOf { get; init; }

    /// <summary>An empty text clears the column, and a GUID is text with dashes in lower case.</summary>
    public override object? Normalize(object? value) => value switch
    {
        "" => null,
        Uri { OriginalString: "" } => null,
        Guid guid => guid.ToString(),
        string text when Format == TextFormat.GuidText && Guid.TryParse(text, out var guid) => guid.ToString(),
        _ => value,
    };

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        var text = ToText(value);
        if (Required && string.IsNullOrWhiteSpace(text))
            throw new OcValidationException(
                field, $"{field}Missing", $"{field} is empty; it needs 1 to {MaxLength} characters.");

        if (text.Length > MaxLength)
        {
            throw new OcValidationException(
                field, $"{field}TooLong",
                $"{field} has {text.Length} characters; the column holds at most {MaxLength}.");
        }

        if (text.AsSpan().ContainsAnyInRange('\0', '\u001f')
            && text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
        {
            throw new OcValidationException(
                field, $"{field}HasControlCharacter",
                $"{field} has a control character, which Dataverse refuses; remove it.");
        }

        if (Format == TextFormat.GuidText)
            CheckGuid(field, text);
        if (Format == TextFormat.HttpsUrl)
            CheckHttpsUrl(field, text);
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type)
    {
        var text = value.ToString();
        if (type == typeof(Uri))
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null;

        return text;
    }

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create(ToText(value));

    private static void CheckGuid(string field, string text)
    {
        if (!Guid.TryParse(text, out var guid))
        {
            throw new OcValidationException(
                field, $"{field}NotGuid",
                $"{field} is '{text}', which is not a GUID such as 9f6c021d-1234-4abc-8df7-123456789abc.");
        }

        if (guid == Guid.Empty)
            throw new OcValidationException(
                field, $"{field}IsEmptyGuid", $"{field} is the empty GUID, which stands for nothing.");
    }

    private static void CheckHttpsUrl(string field, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new OcValidationException(
                field, $"{field}NotHttps", $"{field} is '{text}', which is not an absolute https:// URL.");

        if (address.UserInfo.Length > 0)
        {
            // The address is not repeated here: what stands before the @ may be a password.
            throw new OcValidationException(
                field, $"{field}HasUserInfo",
                $"{field} has a user name or password before the host; a secret does not belong in a URL.");
        }
    }

    // OriginalString keeps the address as it was typed; ToString() would unescape parts of it.
    private static string ToText(object value) => value is Uri address
        ? address.OriginalString
        : value.ToString() ?? "";
}
