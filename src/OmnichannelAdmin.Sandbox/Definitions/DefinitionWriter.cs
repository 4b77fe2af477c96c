using System.Text.Json.Nodes;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>Describes tables and columns the way that Dataverse's metadata does.</summary>
internal sealed class DefinitionWriter(DataverseSchema schema, IReadOnlySet<string> tablesWithoutOptimisticConcurrency)
{
    private const int English = 1033;

    /// <summary>The names of the parts that are answered only when $expand or the path asks for them.</summary>
    public static readonly IReadOnlySet<string> Parts = new HashSet<string>(StringComparer.Ordinal)
    {
        "Attributes", "ManyToOneRelationships", "OneToManyRelationships", "ManyToManyRelationships", "OptionSet",
        "GlobalOptionSet",
    };

    /// <summary>Describes a table with all its parts.</summary>
    public JsonObject Describe(Table table) => new()
    {
        ["LogicalName"] = table.LogicalName,
        ["SchemaName"] = table.SchemaName,
        ["EntitySetName"] = table.EntitySetName,
        ["LogicalCollectionName"] = table.EntitySetName,
        ["PrimaryIdAttribute"] = table.PrimaryId.LogicalName,
        ["PrimaryNameAttribute"] = table.PrimaryName?.LogicalName,
        ["OwnershipType"] = table.Ownership,
        ["IsOptimisticConcurrencyEnabled"] = !tablesWithoutOptimisticConcurrency.Contains(table.LogicalName),
        ["MetadataId"] = DefinitionIds.Of(table.LogicalName),
        ["DisplayName"] = Label(table.DisplayName),
        ["Attributes"] = List(table.VisibleColumns.Select(column => Describe(table, column))),
        ["ManyToOneRelationships"] = List(table.Columns.Where(IsRelationship)
            .SelectMany(column => column.Targets, (column, target) => Describe(table, column, target))),
        ["OneToManyRelationships"] = List(schema.LookupsTo(table.LogicalName).Where(pair => IsRelationship(pair.Lookup))
            .Select(pair => Describe(pair.Table, pair.Lookup, table.LogicalName))),
        ["ManyToManyRelationships"] = List(schema.ManyToMany
            .Where(relationship => relationship.First == table.LogicalName || relationship.Second == table.LogicalName)
            .Select(Describe)),
    };

    private static JsonObject Describe(Table table, Column column)
    {
        var description = new JsonObject
        {
            ["@odata.type"] = $"#{EdmModelFactory.Namespace}.{KindOf(column)}AttributeMetadata",
            ["LogicalName"] = column.LogicalName,
            ["SchemaName"] = column.SchemaName,
            ["EntityLogicalName"] = table.LogicalName,
            ["AttributeType"] = TypeCodeOf(column),
            ["RequiredLevel"] = new JsonObject { ["Value"] = column.RequiredLevel },
            ["IsPrimaryId"] = ReferenceEquals(column, table.PrimaryId),
            ["IsPrimaryName"] = ReferenceEquals(column, table.PrimaryName),
            ["IsSecured"] = column.Secured,
            ["IsValidForCreate"] = !column.ReadOnly,
            ["IsValidForRead"] = !column.WriteOnly,
            ["IsValidForUpdate"] = !column.ReadOnly && !ReferenceEquals(column, table.PrimaryId),
            ["MetadataId"] = DefinitionIds.Of($"{table.LogicalName}.{column.LogicalName}"),
            ["DisplayName"] = Label(column.DisplayName),
        };
        AddKind(description, table, column);
        return description;
    }

    private static void AddKind(JsonObject description, Table table, Column column)
    {
        switch (column.Type)
        {
            case ColumnType.String or ColumnType.Memo:
                description["MaxLength"] = column.MaxLength;
                break;
            case ColumnType.Integer:
                description["MinValue"] = column.MinValue;
                description["MaxValue"] = column.MaxValue;
                break;
            case ColumnType.Boolean:
                description["DefaultValue"] = column.Default is true;
                break;
            case ColumnType.Lookup or ColumnType.Owner:
                description["Targets"] = List(column.Targets.Select(target => JsonValue.Create(target)));
                break;
            case ColumnType.Picklist or ColumnType.MultiSelectPicklist or ColumnType.State or ColumnType.Status:
                AddChoice(description, table, column);
                break;
        }
    }

    private static void AddChoice(JsonObject description, Table table, Column column)
    {
        var name = column.GlobalChoice ?? $"{table.LogicalName}_{column.LogicalName}";
        var choice = new JsonObject
        {
            ["Name"] = name,
            ["IsGlobal"] = column.GlobalChoice is not null,
            ["MetadataId"] = DefinitionIds.Of(name),
            ["Options"] = List(column.Options.Select(option => new JsonObject
            {
                ["Value"] = option.Key,
                ["Label"] = Label(option.Value),
            })),
        };
        description["DefaultFormValue"] = column.Default as int? ?? -1;
        description["OptionSet"] = choice;
        description["GlobalOptionSet"] = column.GlobalChoice is null ? null : choice.DeepClone();
    }

    private JsonObject Describe(Table referencing, Column lookup, string referenced) => new()
    {
        ["SchemaName"] = lookup.Relationship,
        ["ReferencedEntity"] = referenced,
        ["ReferencedAttribute"] = schema.FindTable(referenced)?.PrimaryId.LogicalName,
        ["ReferencingEntity"] = referencing.LogicalName,
        ["ReferencingAttribute"] = lookup.LogicalName,
        ["ReferencingEntityNavigationPropertyName"] = lookup.NavigationProperty,
        ["ReferencedEntityNavigationPropertyName"] = lookup.Relationship,
        ["CascadeConfiguration"] = new JsonObject { ["Delete"] = lookup.DeleteRule.ToString() },
        ["MetadataId"] = DefinitionIds.Of($"{lookup.Relationship}.{referencing.LogicalName}"),
    };

    private static JsonObject Describe(ManyToMany relationship) => new()
    {
        ["SchemaName"] = relationship.Name,
        ["Entity1LogicalName"] = relationship.First,
        ["Entity2LogicalName"] = relationship.Second,
        ["IntersectEntityName"] = relationship.IntersectTable,
        ["Entity1NavigationPropertyName"] = relationship.NavigationProperty,
        ["Entity2NavigationPropertyName"] = relationship.NavigationProperty,
        ["MetadataId"] = DefinitionIds.Of(relationship.Name),
    };

    private static bool IsRelationship(Column column) => column.IsLookup && column.Relationship is not null;

    private static string KindOf(Column column) => column.Type switch
    {
        ColumnType.Owner => "Lookup",
        ColumnType.Uniqueidentifier => "UniqueIdentifier",
        _ => column.Type.ToString(),
    };

    private static string TypeCodeOf(Column column) => column.Type switch
    {
        ColumnType.MultiSelectPicklist or ColumnType.File => "Virtual",
        _ => column.Type.ToString(),
    };

    private static JsonObject Label(string text) => new()
    {
        ["LocalizedLabels"] = new JsonArray(Localized(text)),
        ["UserLocalizedLabel"] = Localized(text),
    };

    private static JsonObject Localized(string text) => new() { ["Label"] = text, ["LanguageCode"] = English };

    private static JsonArray List(IEnumerable<JsonNode?> items) => new([.. items]);
}
