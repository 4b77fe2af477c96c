using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>Holds an answer against the part of it that is expected.</summary>
internal static class JsonShape
{
    private const string Absent = "<absent>";

    /// <summary>What does not fit, one line each; empty when all does.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path = "$") =>
        expected switch
        {
            JsonObject members => DifferencesOfObject(members, actual, path),
            JsonArray items => DifferencesOfArray(items, actual, path),
            _ when Fits(expected, actual) => [],
            _ => [$"{path}: expected {Text(expected)}, found {Text(actual)}"],
        };

    /// <summary>Whether a text is as expected.</summary>
    public static bool Fits(string expected, string? actual) => expected switch
    {
        "<any>" => actual is not null,
        "<guid>" => Guid.TryParse(actual, out _),
        "<etag>" => actual is not null && actual.StartsWith("W/\"", StringComparison.Ordinal) && actual.EndsWith('"'),
        _ when Operand(expected, "<contains:") is { } part => actual?.Contains(part, StringComparison.Ordinal) == true,
        _ when Operand(expected, "<ends:") is { } end => actual?.EndsWith(end, StringComparison.Ordinal) == true,
        _ => expected == actual,
    };

    private static IEnumerable<string> DifferencesOfObject(JsonObject expected, JsonNode? actual, string path)
    {
        if (actual is not JsonObject found)
            return [$"{path}: expected an object, found {Text(actual)}"];

        return expected.SelectMany(member => (string?)(member.Value as JsonValue)?.ToString() == Absent
            ? found.ContainsKey(member.Key) ? [$"{path}.{member.Key}: should not be there"] : []
            : found.ContainsKey(member.Key)
                ? Differences(member.Value, found[member.Key], $"{path}.{member.Key}")
                : [$"{path}.{member.Key}: is missing"]);
    }

    private static IEnumerable<string> DifferencesOfArray(JsonArray expected, JsonNode? actual, string path)
    {
        if (actual is not JsonArray found || found.Count != expected.Count)
            return [$"{path}: expected {expected.Count} items, found {Text(actual)}"];

        return expected.SelectMany((item, index) => Differences(item, found[index], $"{path}[{index}]"));
    }

    private static bool Fits(JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonValue value && value.TryGetValue<string>(out var text))
            return text == "<any>" ? actual is not null : actual is JsonValue && Fits(text, actual.ToString());

        return JsonNode.DeepEquals(expected, actual);
    }

    private static string? Operand(string expected, string operation) =>
        expected.StartsWith(operation, StringComparison.Ordinal) ? expected[operation.Length..^1] : null;

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
