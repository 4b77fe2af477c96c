using System.Text.Json.Nodes;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Writes the JSON schema of configuration documents, by which editors complete and check them.</summary>
public static class ConfigurationSchema
{
    private const string Variable = "variable";
    private const string Secret = "secret";

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        var sections = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string" } };
        var definitions = new JsonObject
        {
            [Variable] = new JsonObject
            {
                ["description"] = "A variable, ${name}, whose value differs between environments.",
                ["type"] = "string",
                ["pattern"] = "\\$\\{[A-Za-z_][A-Za-z0-9_.-]*\\}",
            },
            [Secret] = SecretSchema(),
        };
        foreach (var table in ConfigurationModel.Tables)
        {
            sections[table.Section!] = new JsonObject { ["type"] = "array", ["items"] = Reference(table.Section!) };
            definitions[table.Section!] = RecordSchema(table);
        }

        return ConfigurationWriter.ToText(new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "OmnichannelAdmin configuration",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = sections,
            ["$defs"] = definitions,
        });
    }

    private static JsonObject RecordSchema(TableModel table)
    {
        var properties = new JsonObject();
        foreach (var property in ConfigurationModel.PropertiesOf(table))
            properties[property.DocumentName] = PropertySchema(property, isNeeded: property == table.Key[0]);

        return new JsonObject
        {
            ["description"] = $"A {table.DisplayName}.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Names([table.Key[0].DocumentName]),
            ["properties"] = properties,
        };
    }

    private static JsonObject PropertySchema(PropertyModel property, bool isNeeded)
    {
        if (property is not ColumnModel column)
            return LinksSchema((LinksModel)property);
        if (column.Declaration.IsSecret)
            return Reference(Secret);

        var value = column.IsReference ? ReferenceSchema(column) : ValueSchema(column);
        if (value["type"]?.ToString() != "string" || value.ContainsKey("enum"))
            value = AnyOf(value, Reference(Variable));

        return isNeeded ? value : AnyOf(value, new JsonObject { ["type"] = "null" });
    }

    private static JsonObject KeySchema(TableModel table)
    {
        if (table.Key is [{ IsReference: false } only])
            return Text($"The {only.DocumentName} of a {table.DisplayName}.");

        var properties = new JsonObject();
        foreach (var column in table.Key)
            properties[column.DocumentName] = KeyPartSchema(column);

        return new JsonObject
        {
            ["description"] = $"The key of a {table.DisplayName}.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = Names([table.Key[0].DocumentName]),
            ["properties"] = properties,
        };
    }

    private static JsonObject KeyPartSchema(ColumnModel column)
    {
        if (column.IsReference)
            return ReferenceSchema(column);

        return column.ValueType.IsEnum
            ? AnyOf(Choice(column.ValueType), Reference(Variable))
            : new JsonObject { ["type"] = Names(["string", "integer"]) };
    }

    private static JsonObject ReferenceSchema(ColumnModel column)
    {
        if (column.Targets is [var only])
            return KeySchema(only);

        var names = string.Join(" or a ", column.Targets.Select(target => target.DisplayName));
        return column.Targets.All(target => target.Key is [{ IsReference: false }])
            ? Text($"The name of a {names}: {column.DescribeTellers()}.")
            : AnyOf([.. column.Targets.Select(KeySchema)]);
    }

    private static JsonObject LinksSchema(LinksModel links) => new()
    {
        ["description"] = $"Every {links.Target.DisplayName} that it is linked with.",
        ["type"] = Names(["array", "null"]),
        ["uniqueItems"] = true,
        ["items"] = KeySchema(links.Target),
    };

    private static JsonObject ValueSchema(ColumnModel column)
    {
        var type = column.ValueType;
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (column.Declaration is NumberAttribute number)
            return new JsonObject { ["type"] = "integer", ["minimum"] = number.Min, ["maximum"] = number.Max };
        if (type.IsEnum)
            return Choice(type);
        if (typeof(IChoiceSet).IsAssignableFrom(type))
            return new JsonObject { ["type"] = "array", ["items"] = Choice(DocumentValue.ChoiceOf(type)) };

        return column.Declaration is TextAttribute text
            ? new JsonObject { ["type"] = "string", ["maxLength"] = text.MaxLength }
            : new JsonObject { ["type"] = "string" };
    }

    private static JsonObject SecretSchema() => new()
    {
        ["description"] =
            "Where the secret is to be found: env:NAME, file:PATH, vault/name, or a name that -Secret gives.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Names([SecretReference.Property]),
        ["properties"] = new JsonObject { [SecretReference.Property] = new JsonObject { ["type"] = "string" } },
    };

    private static JsonObject Choice(Type type) => new() { ["type"] = "string", ["enum"] = Names(Enum.GetNames(type)) };

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    private static JsonObject AnyOf(params JsonNode[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
