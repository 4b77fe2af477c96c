using System.Globalization;
using System.Text.Json;

namespace OmnichannelAdmin.RichMessages;

/// <summary>
/// An object in the content of a rich message, whose fields are asked for one by one; names are compared without case.
/// </summary>
internal sealed class ContentObject
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;
    private readonly bool _allowGaps;
    private readonly List<string> _warnings;

    private ContentObject(JsonElement element, string path, bool allowGaps, List<string> warnings)
    {
        _path = path;
        _allowGaps = allowGaps;
        _warnings = warnings;
        if (element.ValueKind != JsonValueKind.Object)
            throw RefuseAt(path, "NotObject", $"it is {Kind(element)}, not an object.");

        foreach (var field in element.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            if (!_fields.TryAdd(field.Name, field.Value))
                throw Refuse(field.Name, "Twice", "it is there twice.");
        }
    }

    /// <summary>What is unusual about the content.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The fields' names.</summary>
    public IEnumerable<string> Names => _fields.Keys;

    /// <summary>The outermost object.</summary>
    /// <exception cref="OcValidationException">It is no object.</exception>
    public static ContentObject Root(JsonElement element, bool allowGaps) => new(element, "Content", allowGaps, []);

    /// <summary>Notes something unusual that is no error.</summary>
    public void Warn(string field, string message) => _warnings.Add($"{_path}.{field}: {message}");

    /// <summary>A text that must be there.</summary>
    /// <returns>The text, or null when it is missing and may be.</returns>
    /// <exception cref="OcValidationException">It is missing, or no text.</exception>
    public string? RequireText(string field) => Require(field) ? OptionalText(field) : null;

    /// <summary>A text, if it is there.</summary>
    /// <exception cref="OcValidationException">It is no text.</exception>
    public string? OptionalText(string field)
    {
        if (Find(field) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Refuse(field, "NotText", $"it is {Kind(value)}, not a text.");
        if (string.IsNullOrWhiteSpace(value.GetString()))
            throw Refuse(field, "Empty", "it is empty.");

        return value.GetString();
    }

    /// <summary>A text or an object that must be there.</summary>
    /// <exception cref="OcValidationException">It is missing, or neither.</exception>
    public ContentObject? RequireTextOrObject(string field)
    {
        if (!Require(field))
            return null;
        if (Find(field) is { ValueKind: JsonValueKind.Object } value)
            return Child(field, value);

        OptionalText(field);
        return null;
    }

    /// <summary>One of a few words that must be there; case does not matter.</summary>
    /// <exception cref="OcValidationException">It is missing, or another word.</exception>
    public void RequireWord(string field, params string[] words)
    {
        if (RequireText(field) is { } text && !words.Contains(text, StringComparer.OrdinalIgnoreCase))
            throw Refuse(field, "NotAnOption", $"it is '{text}', which is none of {string.Join(", ", words)}.");
    }

    /// <summary>An amount that must be there: a number, or the text of one.</summary>
    /// <returns>The amount, or null when it is missing and may be.</returns>
    /// <exception cref="OcValidationException">It is missing, or no number.</exception>
    public decimal? RequireAmount(string field)
    {
        if (!Require(field))
            return null;

        var value = Find(field)!.Value;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;
        if (value.ValueKind is JsonValueKind.String
            && decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var text))
        {
            return text;
        }

        throw Refuse(field, "NotNumber", "it is not a number such as 12.50.");
    }

    /// <summary>An object that must be there.</summary>
    /// <returns>The object, or null when it is missing and may be.</returns>
    /// <exception cref="OcValidationException">It is missing, or no object.</exception>
    public ContentObject? RequireObject(string field) => Require(field) ? Child(field, Find(field)!.Value) : null;

    /// <summary>The objects of a list, if it is there.</summary>
    /// <exception cref="OcValidationException">It is no list, or holds something else.</exception>
    public IReadOnlyList<ContentObject> OptionalObjects(string field) =>
        [.. Items(field).Select((item, index) => Child($"{field}[{index}]", item))];

    /// <summary>Words of a list that must be there and not be empty; case does not matter.</summary>
    /// <exception cref="OcValidationException">It is missing, empty, or holds another word.</exception>
    public void RequireWords(string field, IReadOnlyList<string> words)
    {
        if (!Require(field))
            return;

        CheckWords(field, words);
        if (!Items(field).Any())
            throw Refuse(field, "Empty", $"it is empty; it needs at least one of {string.Join(", ", words)}.");
    }

    /// <summary>Words of a list, if it is there; case does not matter.</summary>
    /// <exception cref="OcValidationException">It is no list, or holds another word.</exception>
    public void CheckWords(string field, IReadOnlyList<string> words)
    {
        foreach (var item in Items(field))
        {
            if (item.ValueKind != JsonValueKind.String
                || !words.Contains(item.GetString(), StringComparer.OrdinalIgnoreCase))
                throw Refuse(field, "NotAnOption", $"it holds '{item}', which is none of {string.Join(", ", words)}.");
        }
    }

    /// <summary>Notes the fields that nobody asked for: most often they are misspelled.</summary>
    public void WarnOfOthers()
    {
        foreach (var name in Names.Where(name => !_asked.Contains(name)))
            Warn(name, "this field is not documented; it is sent as it is.");
    }

    /// <summary>Makes the error of a field.</summary>
    public OcValidationException Refuse(string field, string rule, string reason) =>
        RefuseAt($"{_path}.{field}", rule, reason);

    private static OcValidationException RefuseAt(string path, string rule, string reason) =>
        new(path, $"ContentField{rule}", $"{path}: {reason}");

    private bool Require(string field)
    {
        if (Find(field) is not null)
            return true;

        return _allowGaps ? false : throw Refuse(field, "Missing", "it is missing, and a published message needs it.");
    }

    private JsonElement.ArrayEnumerator Items(string field)
    {
        if (Find(field) is not { } value)
            return default;

        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw Refuse(field, "NotList", $"it is {Kind(value)}, not a list.");
    }

    private ContentObject Child(string field, JsonElement element) =>
        new(element, $"{_path}.{field}", _allowGaps, _warnings);

    private JsonElement? Find(string field)
    {
        _asked.Add(field);
        return _fields.TryGetValue(field, out var value) ? value : null;
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => element.ToString(),
    };
}
