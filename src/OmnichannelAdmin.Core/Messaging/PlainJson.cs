using System.Text.Json;

namespace OmnichannelAdmin.Messaging;

/// <summary>Makes plain values of JSON: dictionaries, arrays, texts, numbers and booleans.</summary>
internal static class PlainJson
{
    public static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => FieldsOf(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => NumberOf(element),
        _ => null,
    };

    /// <summary>The fields of an object in their order. Of fields with one name the last one counts.</summary>
    public static Dictionary<string, object?> FieldsOf(JsonElement element)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var field in element.EnumerateObject())
            fields[field.Name] = ValueOf(field.Value);

        return fields;
    }

    private static object NumberOf(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
            return whole;

        return element.TryGetDecimal(out var exact) ? exact : element.GetDouble();
    }
}
