using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// The form that a column's value has in a document. Lookups and secrets are not values here; they are references.
/// </summary>
internal static class DocumentValue
{
    /// <summary>Brings a value into the one form in which documents and environments are compared.</summary>
    public static object? Canonical(PropertyModel property, object? value) => property is ColumnModel column
        ? Canonical(column, value)
        : new ReferenceSet((IEnumerable<RecordReference>?)value ?? []);

    /// <summary>Whether two canonical values are the same.</summary>
    public static bool AreSame(object? left, object? right) => left is Uri one && right is Uri other
        ? string.Equals(one.OriginalString, other.OriginalString, StringComparison.Ordinal)
        : Equals(left, right);

    /// <summary>The JSON of a value.</summary>
    public static JsonNode ToJson(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        IChoiceSet choices => new JsonArray([.. choices.Values.Select(choice => JsonValue.Create(choice.ToString()))]),
        _ => JsonValue.Create(ToText(value)),
    };

    /// <summary>A value as one text.</summary>
    public static string ToText(object value) => value switch
    {
        Uri address => address.OriginalString,
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads a value of a property's type, or null when the JSON does not fit.</summary>
    /// <param name="json">The JSON; neither null nor a text with variables.</param>
    /// <param name="type">The property's type.</param>
    public static object? Read(JsonElement json, Type type) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False when type == typeof(bool) => json.GetBoolean(),
        JsonValueKind.Number when type == typeof(int) && json.TryGetInt32(out var number) => number,
        JsonValueKind.Array when typeof(IChoiceSet).IsAssignableFrom(type) => ReadChoices(json, type),
        JsonValueKind.String when type != typeof(bool) && type != typeof(int) => ReadText(json.GetString()!, type),
        _ => null,
    };

    /// <summary>Reads a value of a property's type out of a text, or null when it does not fit.</summary>
    public static object? ReadText(string text, Type type)
    {
        if (type == typeof(string))
            return text;
        if (type == typeof(TextList))
            return new TextList([text]);
        if (type == typeof(Uri))
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null;
        if (type == typeof(bool))
            return bool.TryParse(text, out var flag) ? flag : null;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? instant
                : null;

        return type.IsEnum ? ReadChoice(text, type) : null;
    }

    /// <summary>What a value of a property's type looks like, for a message.</summary>
    public static string Describe(Type type)
    {
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(int))
            return "a whole number";
        if (type.IsEnum)
            return $"one of {string.Join(", ", Enum.GetNames(type))}";

        return typeof(IChoiceSet).IsAssignableFrom(type)
            ? $"a list of {string.Join(", ", Enum.GetNames(ChoiceOf(type)))}"
            : "a text";
    }

    /// <summary>The enum of a set of choices.</summary>
    public static Type ChoiceOf(Type choiceSet) => choiceSet.GetGenericArguments()[0];

    private static object? Canonical(ColumnModel column, object? value) => column.Declaration.Normalize(value) switch
    {
        Uri { IsAbsoluteUri: true } address => Canonical(address),
        var normal => column.ReferenceOf(normal) ?? normal,
    };

    // A URL without a path is the same with and without its slash, and so is a host in capitals.
    private static Uri Canonical(Uri address)
    {
        var text = address.AbsoluteUri;
        return new Uri(address.PathAndQuery == "/" && address.Fragment.Length == 0 ? text.TrimEnd('/') : text);
    }

    private static object? ReadChoices(JsonElement json, Type type)
    {
        var choices = json.EnumerateArray()
            .Select(
                item => item.ValueKind == JsonValueKind.String ? ReadChoice(item.GetString()!, ChoiceOf(type)) : null)
            .ToList();
        return choices.Contains(null)
            ? null
            : Activator.CreateInstance(
                type, choices.Select(choice => Convert.ToInt32(choice, CultureInfo.InvariantCulture)));
    }

    // A number is an option that a newer environment has and this module does not know by name.
    private static object? ReadChoice(string text, Type type)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Enum.ToObject(type, number);

        var name = Enum.GetNames(type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : Enum.Parse(type, name);
    }
}
