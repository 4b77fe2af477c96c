using System.Text.Json;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Reads a document out of JSON and collects all that is wrong with it before it complains.</summary>
internal sealed class ConfigurationReader(IReadOnlyDictionary<string, string> variables)
{
    private const string Schema = "$schema";

    private readonly List<ConfigurationProblem> _problems = [];

    /// <exception cref="ConfigurationException">The JSON is no configuration.</exception>
    public ConfigurationDocument Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new ConfigurationException("document", "it must be an object with a property for each section.");

        var sections = json.EnumerateObject()
            .Where(property => property.Name != Schema)
            .Select(ReadSection)
            .OfType<ConfigurationSection>()
            .OrderBy(section => section.Name, StringComparer.Ordinal)
            .ToList();
        RefuseTwice(sections.Select(section => section.Name), "document", "the section");
        return _problems.Count == 0 ? new ConfigurationDocument(sections) : throw new ConfigurationException(_problems);
    }

    private ConfigurationSection? ReadSection(JsonProperty section)
    {
        if (ConfigurationModel.FindSection(section.Name) is not { } table)
            return Complain<ConfigurationSection>("document", ConfigurationModel.WhyNoSection(section.Name));

        if (section.Value.ValueKind != JsonValueKind.Array)
            return Complain<ConfigurationSection>(section.Name, "a section is a list of records.");

        var records = section.Value.EnumerateArray()
            .Select((record, index) => ReadRecord(table, record, $"{table.Section}[{index}]"))
            .OfType<ConfigurationRecord>()
            .OrderBy(record => record.Key, RecordKey.Order)
            .ToList();
        RefuseTwice(records.Select(record => record.Key), table.Section!, "the record");
        return new ConfigurationSection(table, records);
    }

    private ConfigurationRecord? ReadRecord(TableModel table, JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Complain<ConfigurationRecord>(place, "a record is an object with a property for each value.");

        var location = KeyTextOf(table, json) is { } name ? $"{table.Section} '{name}'" : place;
        var values = new Dictionary<PropertyModel, object?>();
        foreach (var property in json.EnumerateObject())
            ReadProperty(table, json, property, location, values);

        return KeyOf(table, values, location) is { } key ? new ConfigurationRecord(key, values) : null;
    }

    private void ReadProperty(
        TableModel table,
        JsonElement record,
        JsonProperty json,
        string location,
        Dictionary<PropertyModel, object?> values)
    {
        var property = ConfigurationModel.PropertiesOf(table).FirstOrDefault(property => IsNamed(json, property));
        if (property is null)
            Complain<object>(location, WhyUnknown(table, json.Name));
        else if (values.ContainsKey(property))
            Complain<object>(location, $"{json.Name} is there twice.");
        else if (json.Value.ValueKind != JsonValueKind.Null)
            values[property] = ReadValue(property, record, json.Value, location);
        else if (property is not ColumnModel { Declaration.IsSecret: true })
            values[property] = property is LinksModel ? Array.Empty<RecordKey>() : null;
    }

    private static string WhyUnknown(TableModel table, string property)
    {
        var known = string.Join(", ", ConfigurationModel.PropertiesOf(table).Select(known => known.DocumentName));
        var reason = table.FindColumn(property)?.Declaration switch
        {
            null => $"a {table.DisplayName} has no property '{property}'",
            { Derived: true } => $"'{property}' follows from the other properties",
            { EnvironmentSpecific: true } =>
                $"'{property}' means something in one environment only, so no document can hold it",
            _ => $"the environment itself decides '{property}'",
        };
        return $"{reason}. The properties are {known}.";
    }

    private object? ReadValue(PropertyModel property, JsonElement record, JsonElement json, string location)
    {
        var place = $"{location} {property.DocumentName}";
        return property switch
        {
            LinksModel links => ReadLinks(links, json, place),
            ColumnModel { Declaration.IsSecret: true } => ReadSecret(json, place),
            ColumnModel { IsReference: true } column => ReadReference(column, record, json, place),
            _ => ReadPlain((ColumnModel)property, json, place),
        };
    }

    private object? ReadLinks(LinksModel links, JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            var key = ConfigurationModel.DescribeKey(links.Target);
            return Complain<object>(place, $"it must be a list of {links.Target.DisplayName} keys: {key}.");
        }

        var keys = json.EnumerateArray()
            .Select(item => ReadKey(links.Target, item, place)).OfType<RecordKey>().ToList();
        RefuseTwice(keys, place, $"the {links.Target.DisplayName}");
        return keys.Order(RecordKey.Order).ToArray();
    }

    private RecordKey? ReadReference(ColumnModel column, JsonElement record, JsonElement json, string place) =>
        column.TargetIn(teller => ReadTeller(column.Table.Column(teller), record)) is { } table
            ? ReadKey(table, json, place)
            : Complain<RecordKey>(place, $"it names a row only where {column.DescribeTellers()}.");

    // What is wrong with the value itself is complained of where it stands.
    private object? ReadTeller(ColumnModel teller, JsonElement record) =>
        PropertyOf(record, teller) is { ValueKind: JsonValueKind.String } json
            ? DocumentValue.ReadText(VariableText.Expand(json.GetString()!, variables, _ => { }), teller.ValueType)
            : null;

    private SecretReference? ReadSecret(JsonElement json, string place)
    {
        if (json.ValueKind == JsonValueKind.Object
            && json.EnumerateObject().ToList()
                is [{ Name: SecretReference.Property, Value.ValueKind: JsonValueKind.String } reference])
        {
            return Expand(reference.Value, place) is { } text ? new SecretReference(text) : null;
        }

        return Complain<SecretReference>(
            place,
            "a secret stands in no document; write where it is to be found: { \"secret\": \"env:NAME\" }, "
            + "\"file:PATH\", \"vault/name\", "
            + "or a name that -Secret gives.");
    }

    private object? ReadPlain(ColumnModel column, JsonElement json, string place)
    {
        if (json.ValueKind == JsonValueKind.String && Expand(json, place) is null)
            return null;

        return ReadTyped(column, json, place) is { } value
            ? Check(column, DocumentValue.Canonical(column, value), place)
            : Complain<object>(
                place, $"it must be {DocumentValue.Describe(column.ValueType)}, and is {json.GetRawText()}.");
    }

    // Only a variable makes a flag or a number out of a text.
    private object? ReadTyped(ColumnModel column, JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.String)
            return DocumentValue.Read(json, column.ValueType);

        var mayBeText = column.ValueType != typeof(bool) && column.ValueType != typeof(int);
        return mayBeText || VariableText.HasVariables(json.GetString()!)
            ? DocumentValue.ReadText(Expand(json, place)!, column.ValueType)
            : null;
    }

    private object? Check(ColumnModel column, object? value, string place)
    {
        try
        {
            if (value is not null)
                column.Declaration.Check(column.Name, value);

            return value;
        }
        catch (OcValidationException e)
        {
            _problems.Add(new ConfigurationProblem(place, e.Message, e.Rule));
            return null;
        }
    }

    private RecordKey? ReadKey(TableModel table, JsonElement json, string place)
    {
        var problems = _problems.Count;
        var parts = table.Key.Select(column => ReadKeyPart(table, column, json, place)).ToList();
        if (RecordKey.TryMake(table, parts) is { } key)
            return key;

        return _problems.Count > problems
            ? null
            : Complain<RecordKey>(
                place, $"it must be the key of a {table.DisplayName}: {ConfigurationModel.DescribeKey(table)}.");
    }

    private object? ReadKeyPart(TableModel table, ColumnModel column, JsonElement json, string place)
    {
        var isObject = json.ValueKind == JsonValueKind.Object;
        var value = isObject ? PropertyOf(json, column) : table.Key.Count == 1 ? json : (JsonElement?)null;
        if (value is null or { ValueKind: JsonValueKind.Null })
            return null;
        if (column.IsReference)
            return ReadReference(column, json, value.Value, place);

        return value.Value.ValueKind switch
        {
            JsonValueKind.String => Expand(value.Value, place) is { } text ? KeyText(column, text) : "",
            JsonValueKind.Number => value.Value.GetRawText(),
            _ => null,
        };
    }

    private static string KeyText(ColumnModel column, string text) =>
        DocumentValue.ReadText(text, column.ValueType) is { } value
        ? DocumentValue.ToText(DocumentValue.Canonical(column, value) ?? "")
        : text;

    private RecordKey? KeyOf(TableModel table, Dictionary<PropertyModel, object?> values, string location)
    {
        var parts = table.Key.Select(column => KeyPart(values.GetValueOrDefault(column))).ToList();
        if (RecordKey.TryMake(table, parts) is { } key)
            return key;
        if (_problems.Exists(problem => problem.Location.StartsWith(location, StringComparison.Ordinal)))
            return null;

        return Complain<RecordKey>(
            location,
            $"a {table.DisplayName} is told from others by its key, and this one lacks it: "
                + $"{ConfigurationModel.DescribeKey(table)}.");
    }

    private static object? KeyPart(object? value) => value is null or RecordKey ? value : DocumentValue.ToText(value);

    private static string? KeyTextOf(TableModel table, JsonElement json)
    {
        var parts = table.Key.Select(column => PropertyOf(json, column) is { } part ? TextOf(part) : null).ToList();
        return string.IsNullOrEmpty(parts[0])
            ? null
            : string.Join(" / ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string TextOf(JsonElement part) => part.ValueKind == JsonValueKind.Object
        ? string.Join(" / ", part.EnumerateObject().Select(property => TextOf(property.Value)))
        : part.ToString();

    private static JsonElement? PropertyOf(JsonElement json, ColumnModel column)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (IsNamed(property, column))
                return property.Value;
        }

        return null;
    }

    private static bool IsNamed(JsonProperty json, PropertyModel property) =>
        json.Name.Equals(property.DocumentName, StringComparison.OrdinalIgnoreCase);

    // Null when a variable has no value, which has been complained of.
    private string? Expand(JsonElement text, string place)
    {
        var isWhole = true;
        var expanded = VariableText.Expand(text.GetString()!, variables, problem =>
        {
            isWhole = false;
            Complain<object>(place, problem);
        });
        return isWhole ? expanded : null;
    }

    private void RefuseTwice<T>(IEnumerable<T> keys, string place, string what)
    {
        foreach (var key in keys.GroupBy(key => key).Where(group => group.Count() > 1))
            Complain<object>(place, $"{what} '{key.Key}' is there {key.Count()} times.");
    }

    private T? Complain<T>(string location, string text)
        where T : class
    {
        _problems.Add(new ConfigurationProblem(location, text));
        return null;
    }
}
