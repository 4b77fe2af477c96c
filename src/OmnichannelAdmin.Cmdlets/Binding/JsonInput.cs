using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Makes JSON of what people write at a prompt: hashtables, objects, lists and plain values.</summary>
internal static class JsonInput
{
    public static JsonNode? NodeOf(object? value) => Unwrapped.Value(value) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        IDictionary entries => OfEntries(entries),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(NodeOf)]),
        PSCustomObject => OfProperties((PSObject)value!),
        var scalar => JsonSerializer.SerializeToNode(scalar, scalar.GetType()),
    };

    private static JsonObject OfEntries(IDictionary entries)
    {
        var body = new JsonObject();
        foreach (DictionaryEntry entry in entries)
            body[entry.Key.ToString()!] = NodeOf(entry.Value);

        return body;
    }

    private static JsonObject OfProperties(PSObject value)
    {
        var body = new JsonObject();
        foreach (var property in value.Properties)
            body[property.Name] = NodeOf(property.Value);

        return body;
    }
}
