using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.RichMessages;

/// <summary>
/// The form in which a rich message is stored, as far as it is documented: an object whose <c>survey</c> is the text of
/// an array of two objects, <c>Questions</c> and <c>Answers</c>; the answers' <c>AppleMessagesforBusinessJSON</c> is
/// the text of what an editor of the message sees. What belongs into <c>Questions</c> is not documented: it is left
/// empty, and kept where there is something.
/// </summary>
public static class RichMessageDocument
{
    private const string Survey = "survey";
    private const string Questions = "Questions";
    private const string Answers = "Answers";
    private const string AppleContent = "AppleMessagesforBusinessJSON";

    // Text within text within text: escaping only what must be leaves more of the column to the message.
    private static readonly JsonSerializerOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Wraps a content for storing.</summary>
    /// <param name="content">The content, as JSON.</param>
    /// <param name="existing">The document whose content it replaces, or null.</param>
    public static string Wrap(string content, string? existing)
    {
        var parts = existing is null ? null : FindParts(existing);
        if (parts is null || FindAnswers(parts) is not { } answers)
        {
            answers = [];
            parts = [new JsonObject { [Questions] = new JsonObject() }, new JsonObject { [Answers] = answers }];
        }

        answers[AppleContent] = content;
        var document = existing is not null && ParseObject(existing) is { } kept ? kept : [];
        document[Survey] = parts.ToJsonString(Compact);
        return document.ToJsonString(Compact);
    }

    /// <summary>The content of a document, or null when the document has another form.</summary>
    public static string? FindContent(string json) =>
        FindParts(json) is { } parts && FindAnswers(parts) is { } answers ? TextOf(answers[AppleContent]) : null;

    /// <summary>Whether a text is that of a JSON object, as every document is.</summary>
    public static bool IsObject(string json) => ParseObject(json) is not null;

    private static JsonArray? FindParts(string json) =>
        ParseObject(json) is { } document && TextOf(document[Survey]) is { } survey ? Parse(survey) as JsonArray : null;

    private static JsonObject? FindAnswers(JsonArray parts) =>
        parts.OfType<JsonObject>().Select(part => part[Answers]).OfType<JsonObject>().FirstOrDefault();

    private static JsonObject? ParseObject(string json) => Parse(json) as JsonObject;

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text)
        ? text
        : null;

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
