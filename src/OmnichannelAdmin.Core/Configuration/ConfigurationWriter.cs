using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Configuration;

/// <summary>Writes documents and what they are made of as JSON, always in the same order.</summary>
internal static class ConfigurationWriter
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ConfigurationDocument document)
    {
        var root = new JsonObject();
        foreach (var section in document.Sections)
            root[section.Name] = new JsonArray([.. section.Records.Select(Write)]);

        return ToText(root);
    }

    /// <summary>
    /// JSON as text: two spaces, the same line ends on every system, and letters as people read them.
    /// </summary>
    public static string ToText(JsonNode json) => json.ToJsonString(Format).ReplaceLineEndings("\n") + "\n";

    /// <summary>A key: one text or number, or an object when the key has several columns.</summary>
    public static JsonNode Write(RecordKey key)
    {
        if (key.Parts is [var only])
            return WritePart(only);

        var json = new JsonObject();
        foreach (var (column, part) in key.Table.Key.Zip(key.Parts).Where(pair => pair.Second is not ""))
            json[column.DocumentName] = WritePart(part);

        return json;
    }

    /// <summary>A value of a record.</summary>
    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        RecordKey key => Write(key),
        IReadOnlyList<RecordKey> keys => new JsonArray([.. keys.Select(Write)]),
        SecretReference secret => new JsonObject { [SecretReference.Property] = secret.Text },
        string text => JsonValue.Create(VariableText.Escape(text)),
        Uri address => JsonValue.Create(VariableText.Escape(address.OriginalString)),
        _ => DocumentValue.ToJson(value),
    };

    private static JsonNode? Write(ConfigurationRecord record)
    {
        var json = new JsonObject();
        foreach (var property in ConfigurationModel.PropertiesOf(record.Key.Table).Where(record.Values.ContainsKey))
            json[property.DocumentName] = Write(record.Values[property]);

        return json;
    }

    private static JsonNode WritePart(object part) =>
        part is RecordKey key ? Write(key) : JsonValue.Create(VariableText.Escape((string)part));
}
