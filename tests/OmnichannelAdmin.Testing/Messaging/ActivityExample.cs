using System.Text.Json;

namespace OmnichannelAdmin.Testing.Messaging;

/// <summary>A payload in one of the published shapes.</summary>
/// <param name="Id">The example's name.</param>
/// <param name="Json">The payload.</param>
public sealed record ActivityExample(string Id, string Json)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ActivityExample> All { get; } =
    [
        .. File("examples").EnumerateArray()
            .Select(
                example =>
                    new ActivityExample(
                        example.GetProperty("id").GetString()!, example.GetProperty("payload").GetRawText())),
    ];

    /// <summary>The example of that name.</summary>
    public static ActivityExample Of(string id) => All.Single(example => example.Id == id);

    /// <summary>The names in a list of the file.</summary>
    public static IReadOnlyList<string> Names(string list) =>
        [.. File(list).EnumerateArray().Select(name => name.GetString()!)];

    private static JsonElement File(string property)
    {
        var path = Repository.PathOf("tests/OmnichannelAdmin.Testing/Messaging/activity-examples.json");
        return JsonDocument.Parse(System.IO.File.ReadAllText(path)).RootElement.GetProperty(property);
    }
}
