using System.Text.Json;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>What a user gave as a configuration: a document, a file, or data that was built at the prompt.</summary>
public sealed class ConfigurationSource
{
    private ConfigurationSource()
    {
    }

    /// <summary>What the user gave, as the target of an error.</summary>
    internal object? Given { get; private init; }

    private ConfigurationDocument? Document { get; init; }

    private string? Path { get; init; }

    private JsonElement? Json { get; init; }

    internal static ConfigurationSource Of(ConfigurationDocument document) =>
        new() { Document = document, Given = document };

    internal static ConfigurationSource OfFile(string path) => new() { Path = path, Given = path };

    internal static ConfigurationSource Of(JsonElement json, object given) => new() { Json = json, Given = given };

    /// <exception cref="ConfigurationException">It is no configuration, or the file cannot be read.</exception>
    internal async Task<ConfigurationDocument> ReadAsync(
        IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        if (Document is not null)
            return Document;
        if (Json is { } json)
            return ConfigurationDocument.Read(json, variables);

        return ConfigurationDocument.Parse(
            await TextFile.ReadAsync(Path!, cancellationToken).ConfigureAwait(false), variables);
    }
}
