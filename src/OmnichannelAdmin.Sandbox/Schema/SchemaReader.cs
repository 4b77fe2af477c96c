using System.Text.Json;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>
/// Reads schema.json and platform-tables.json. What the facts do not know stays out: a column of unknown type, a
/// lookup's navigation property that no source names.
/// </summary>
internal static class SchemaReader
{
    /// <summary>Reads the two files that the assembly carries.</summary>
    public static DataverseSchema ReadEmbedded()
    {
        using var facts = ReadResource("schema.json");
        using var platform = ReadResource("platform-tables.json");
        return Read(facts.RootElement, platform.RootElement);
    }

    private static DataverseSchema Read(JsonElement facts, JsonElement platform)
    {
        var definitions = facts.GetProperty("tables").EnumerateArray()
            .Concat(platform.GetProperty("tables").EnumerateArray())
            .ToList();

        var known = definitions.Select(table => Text(table, "logicalName")).ToHashSet(StringComparer.Ordinal);
        var tables = definitions.ConvertAll(table => ReadTable(table, platform, known));
        var byName = tables.ToDictionary(table => table.LogicalName, StringComparer.Ordinal);
        var manyToMany = ReadManyToMany(definitions, byName);
        tables.AddRange(manyToMany.Select(relationship => relationship.Intersect).OfType<Table>());
        return new DataverseSchema(tables, manyToMany);
    }

    private static Table ReadTable(JsonElement table, JsonElement platform, HashSet<string> known)
    {
        var ownership = OptionalText(table, "ownership") ?? "None";
        var elements = table.GetProperty("columns").EnumerateArray().ToList();
        if (ownership.StartsWith("UserOwned", StringComparison.Ordinal))
            elements.AddRange(platform.GetProperty("columnsOfUserOwnedTables").EnumerateArray());
        elements.AddRange(platform.GetProperty("columnsOfEveryTable").EnumerateArray());
        if (platform.GetProperty("columnsOfTheSandbox").TryGetProperty(Text(table, "logicalName"), out var own))
            elements.AddRange(own.EnumerateArray());

        var columns = elements
            .Where(element => Text(element, "type") != "unknown")
            .DistinctBy(element => Text(element, "logicalName"), StringComparer.Ordinal)
            .Select(element => ReadColumn(element, known))
            .ToList();
        var primaryId = NamedColumn(columns, Text(table, "primaryId"), ColumnType.Uniqueidentifier);
        var primaryName = OptionalText(table, "primaryName") is { } name
            ? NamedColumn(columns, name, ColumnType.String)
            : null;

        return new Table(columns)
        {
            LogicalName = Text(table, "logicalName"),
            SchemaName = Text(table, "schemaName"),
            EntitySetName = Text(table, "entitySetName"),
            DisplayName = OptionalText(table, "displayName") ?? Text(table, "schemaName"),
            Ownership = ownership.Split(' ')[0],
            PrimaryId = primaryId,
            PrimaryName = primaryName,
        };
    }

    // Four tables of the facts name their id and name columns without listing them.
    private static Column NamedColumn(List<Column> columns, string logicalName, ColumnType type)
    {
        var listed = columns.Find(column => column.LogicalName == logicalName);
        if (listed is not null)
            return listed;

        var column = new Column
        {
            LogicalName = logicalName,
            SchemaName = logicalName,
            DisplayName = logicalName,
            Type = type,
            RequiredLevel = "None",
        };
        columns.Insert(0, column);
        return column;
    }

    private static Column ReadColumn(JsonElement column, HashSet<string> known)
    {
        var type = Enum.Parse<ColumnType>(Text(column, "type"));
        var targets = Strings(column, "targets");
        var options = Options(column);
        var required = OptionalText(column, "required") ?? "None";
        var logicalName = Text(column, "logicalName");
        return new Column
        {
            LogicalName = logicalName,
            SchemaName = OptionalText(column, "schemaName") ?? logicalName,
            DisplayName = OptionalText(column, "displayName") ?? logicalName,
            Type = type,
            SystemRequired = required == "SystemRequired",
            RequiredLevel = required == "unknown" ? "None" : required,
            MaxLength = OptionalNumber(column, "maxLength"),
            MinValue = OptionalNumber(column, "minValue"),
            MaxValue = OptionalNumber(column, "maxValue"),
            Options = options,
            GlobalChoice = OptionalText(column, "globalChoice"),
            Default = Default(column),
            Hidden = Flag(column, "hidden"),
            Secured = Flag(column, "secured"),
            ReadOnly = Flag(column, "readOnly"),
            WriteOnly = Flag(column, "writeOnly"),
            Targets = targets,
            NavigationProperty = targets.Any(known.Contains) ? OptionalText(column, "navigationProperty") : null,
            Relationship = OptionalText(column, "relationship"),
            DeleteRule = ReadDeleteRule(type, OptionalText(column, "deleteBehavior")),
        };
    }

    // The facts explain the behaviour behind its name: "Restrict (a workstream cannot be deleted …)".
    // Where they tell none, an owner restricts, since no row is without one, and any other lookup is emptied.
    private static DeleteRule ReadDeleteRule(ColumnType type, string? text)
    {
        if (text is not null)
            return Enum.Parse<DeleteRule>(text.Split(' ')[0]);

        return type == ColumnType.Owner ? DeleteRule.Restrict : DeleteRule.RemoveLink;
    }

    private static List<ManyToMany> ReadManyToMany(List<JsonElement> definitions, Dictionary<string, Table> tables)
    {
        var found = new Dictionary<string, ManyToMany>(StringComparer.Ordinal);
        foreach (var table in definitions)
        {
            foreach (var relationship in table.GetProperty("manyToMany").EnumerateArray())
            {
                var name = Text(relationship, "relationship");
                var target = Text(relationship, "target");
                if (!tables.TryGetValue(target, out var second) || found.ContainsKey(name))
                    continue;

                var first = tables[Text(table, "logicalName")];
                found.Add(name, new ManyToMany(
                    name,
                    first.LogicalName,
                    target,
                    Text(relationship, "navigationProperty"),
                    OptionalText(relationship, "intersectEntity"),
                    ReadIntersect(relationship, first, second)));
            }
        }

        return [.. found.Values];
    }

    // The platform names the columns of such a table after the ids that they hold.
    private static Table? ReadIntersect(JsonElement relationship, Table first, Table second)
    {
        if (OptionalText(relationship, "intersectEntitySet") is not { } set)
            return null;

        var name = Text(relationship, "intersectEntity");
        var id = ReadOnlyColumn($"{name}id", ColumnType.Uniqueidentifier);
        return new Table(
        [
            id,
            ReadOnlyColumn(first.PrimaryId.LogicalName, ColumnType.Uniqueidentifier),
            ReadOnlyColumn(second.PrimaryId.LogicalName, ColumnType.Uniqueidentifier),
            ReadOnlyColumn(Rows.Row.VersionColumn, ColumnType.BigInt),
        ])
        {
            LogicalName = name,
            SchemaName = name,
            EntitySetName = set,
            DisplayName = name,
            Ownership = "None",
            PrimaryId = id,
            PrimaryName = null,
            IsIntersect = true,
        };
    }

    private static Column ReadOnlyColumn(string logicalName, ColumnType type) => new()
    {
        LogicalName = logicalName,
        SchemaName = logicalName,
        DisplayName = logicalName,
        Type = type,
        RequiredLevel = "None",
        ReadOnly = true,
    };

    private static object? Default(JsonElement column)
    {
        if (!column.TryGetProperty("default", out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.GetInt32(),
            _ => null,
        };
    }

    private static Dictionary<int, string> Options(JsonElement column)
    {
        if (!column.TryGetProperty("options", out var options) || options.ValueKind != JsonValueKind.Object)
            return [];

        return options.EnumerateObject().ToDictionary(
            option => int.Parse(option.Name, System.Globalization.CultureInfo.InvariantCulture),
            option => option.Value.GetString() ?? option.Name);
    }

    private static List<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.GetString()!).ToList()
            : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? OptionalText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? OptionalNumber(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt32()
            : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static JsonDocument ReadResource(string name)
    {
        using var stream = typeof(SchemaReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly carries no {name}.");
        return JsonDocument.Parse(stream);
    }
}
