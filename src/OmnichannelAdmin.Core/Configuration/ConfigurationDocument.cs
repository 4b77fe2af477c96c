using System.Text.Json;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// What an environment is to be like: sections of records that are told apart by their keys. It holds no GUID, no
/// column that the server owns and no secret.
/// </summary>
/// <param name="Sections">The sections, in the order of their names.</param>
public sealed record ConfigurationDocument(IReadOnlyList<ConfigurationSection> Sections)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>How many records the document describes.</summary>
    public int RecordCount => Sections.Sum(section => section.Records.Count);

    /// <summary>Reads a document from JSON; comments and trailing commas are accepted.</summary>
    /// <param name="json">The text.</param>
    /// <param name="variables">The values of <c>${name}</c>.</param>
    /// <exception cref="ConfigurationException">It is no JSON, or no configuration.</exception>
    public static ConfigurationDocument Parse(string json, IReadOnlyDictionary<string, string> variables)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return Read(document.RootElement, variables);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"line {e.LineNumber + 1}", $"this is no JSON: {e.Message}");
        }
    }

    /// <summary>Reads a document from JSON that has been parsed.</summary>
    /// <param name="json">The root.</param>
    /// <param name="variables">The values of <c>${name}</c>.</param>
    /// <exception cref="ConfigurationException">It is no configuration.</exception>
    public static ConfigurationDocument Read(JsonElement json, IReadOnlyDictionary<string, string> variables) =>
        new ConfigurationReader(variables).Read(json);

    /// <summary>The document as canonical JSON: the same bytes for the same content.</summary>
    public string ToJson() => ConfigurationWriter.Write(this);

    /// <summary>The document as canonical JSON.</summary>
    public override string ToString() => ToJson();
}
