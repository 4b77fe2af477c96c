using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Requests;

/// <summary>Makes a JSON body of what people write at a prompt: a hashtable, an object, or JSON itself.</summary>
internal static class RequestBody
{
    private const string Field = "Body";

    /// <exception cref="OcValidationException">The value cannot be a JSON object.</exception>
    public static JsonObject? Of(object? value)
    {
        if (value is null)
            return null;

        var node = Unwrapped.Value(value) is string text ? Parse(text) : JsonInput.NodeOf(value);
        return node as JsonObject
            ?? throw new OcValidationException(
                Field, "BodyNotObject", "Body must be a hashtable, an object, or the text of a JSON object.");
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new OcValidationException(Field, "BodyNotJson", $"Body is text but not JSON: {e.Message}");
        }
    }
}
