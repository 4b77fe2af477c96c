using System.Text.Json;

namespace OmnichannelAdmin.Core.Tests.Records;

/// <summary>The facts about Dataverse tables that the sandbox is made from.</summary>
internal static class SchemaFacts
{
    private static readonly JsonDocument Omnichannel = Read("schema.json");
    private static readonly JsonDocument Platform = Read("platform-tables.json");

    public static JsonElement? Table(string logicalName) =>
        Find(Omnichannel.RootElement.GetProperty("tables"), logicalName)
        ?? Find(Platform.RootElement.GetProperty("tables"), logicalName);

    public static JsonElement? Link(JsonElement table, string navigation) =>
        Find(table.GetProperty("manyToMany"), navigation, "navigationProperty");

    public static JsonElement? Column(JsonElement table, string logicalName) =>
        Find(table.GetProperty("columns"), logicalName);

    public static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static int? Number(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    public static bool Flag(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.True;

    private static JsonDocument Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf($"src/OmnichannelAdmin.Sandbox/Schema/{file}")));

    private static JsonElement? Find(JsonElement list, string logicalName, string key = "logicalName")
    {
        foreach (var item in list.EnumerateArray())
        {
            if (Text(item, key) == logicalName)
                return item;
        }

        return null;
    }
}
