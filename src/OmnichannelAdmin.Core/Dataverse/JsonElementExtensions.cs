using System.Text.Json;

namespace OmnichannelAdmin.Dataverse;

/// <summary>Asks a JSON value for what it may or may not have.</summary>
internal static class JsonElementExtensions
{
    /// <summary>The property of an object, or null when the value is no object or has no such property.</summary>
    public static JsonElement? PropertyOf(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var property) ? property : null;

    /// <summary>The text of an object's property, a number's digits included, or null.</summary>
    public static string? TextOf(this JsonElement element, string name) => element.PropertyOf(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
