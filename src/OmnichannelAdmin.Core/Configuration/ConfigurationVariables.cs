using System.Text.Json;

namespace OmnichannelAdmin.Configuration;

/// <summary>The values of <c>${name}</c> for one environment.</summary>
public static class ConfigurationVariables
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads a file of variables: one JSON object whose values are texts, numbers or flags.</summary>
    /// <param name="json">The file's text; comments and trailing commas are accepted.</param>
    /// <exception cref="ConfigurationException">It is something else.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.EnumerateObject().ToDictionary(
                variable => variable.Name, variable => Text(variable));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ConfigurationException("variables", $"they must be one JSON object of texts: {e.Message}");
        }
    }

    private static string Text(JsonProperty variable) =>
        variable.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
        ? throw new ConfigurationException("variables", $"'{variable.Name}' must be a text, a number, true or false.")
        : variable.Value.ToString();
}
