using Microsoft.OData.Edm;
using OmnichannelAdmin.Sandbox.Definitions;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>
/// Makes the OData model that requests are judged by: one entity type and set per table, a single-valued navigation
/// property per lookup, a collection-valued one for its other end and for each many-to-many relationship, and the
/// functions that the sandbox answers.
/// </summary>
internal static class EdmModelFactory
{
    /// <summary>The namespace of all types.</summary>
    public const string Namespace = "Microsoft.Dynamics.CRM";

    /// <summary>The abstract type of all that can own a row.</summary>
    private const string Principal = "principal";

    private static readonly string[] PrincipalTables = ["systemuser", "team"];

    public static IEdmModel Create(DataverseSchema schema)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "System");
        model.AddElement(container);

        var types = AddEntityTypes(model, container, schema);
        foreach (var table in schema.Tables)
            AddLookups(types, table, schema);
        foreach (var relationship in schema.ManyToMany)
            AddManyToMany(types, relationship);

        BindNavigation(container, types, schema);
        FunctionModel.AddTo(model, container);
        DefinitionModel.AddTo(model, container);
        return model;
    }

    /// <summary>The logical name of the table behind an entity type.</summary>
    public static string TableName(IEdmType type) => ((IEdmEntityType)type).Name;

    private static Dictionary<string, EdmEntityType> AddEntityTypes(
        EdmModel model, EdmEntityContainer container, DataverseSchema schema)
    {
        var baseType = new EdmEntityType(Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
        var principal = new EdmEntityType(Namespace, Principal, baseType, isAbstract: true, isOpen: false);
        principal.AddStructuralProperty("ownerid", EdmPrimitiveTypeKind.Guid);
        model.AddElement(baseType);
        model.AddElement(principal);

        var types = new Dictionary<string, EdmEntityType>(StringComparer.Ordinal) { [Principal] = principal };
        foreach (var table in schema.Tables)
        {
            var parent = PrincipalTables.Contains(table.LogicalName) ? principal : baseType;
            var type = new EdmEntityType(Namespace, table.LogicalName, parent);
            foreach (var column in table.VisibleColumns)
                AddProperty(type, table, column);

            model.AddElement(type);
            types.Add(table.LogicalName, type);
            container.AddEntitySet(table.EntitySetName, type);
        }

        return types;
    }

    private static void AddProperty(EdmEntityType type, Table table, Column column)
    {
        var isKey = ReferenceEquals(column, table.PrimaryId);
        var property = type.AddStructuralProperty(column.PropertyName, PrimitiveKind(column), isNullable: !isKey);
        if (isKey)
            type.AddKeys(property);
    }

    private static EdmPrimitiveTypeKind PrimitiveKind(Column column) => column.Type switch
    {
        ColumnType.Uniqueidentifier or ColumnType.Lookup or ColumnType.Owner or ColumnType.File =>
            EdmPrimitiveTypeKind.Guid,
        ColumnType.Boolean => EdmPrimitiveTypeKind.Boolean,
        ColumnType.Integer or ColumnType.Picklist or ColumnType.State or ColumnType.Status =>
            EdmPrimitiveTypeKind.Int32,
        ColumnType.BigInt => EdmPrimitiveTypeKind.Int64,
        ColumnType.DateTime => EdmPrimitiveTypeKind.DateTimeOffset,
        _ => EdmPrimitiveTypeKind.String,
    };

    private static void AddLookups(Dictionary<string, EdmEntityType> types, Table table, DataverseSchema schema)
    {
        var type = types[table.LogicalName];
        foreach (var column in table.Columns)
        {
            if (column.NavigationProperty is null)
                continue;

            var targets = column.Targets.Where(target => schema.FindTable(target) is not null).ToList();
            type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = column.NavigationProperty,
                Target = types[targets.Count == 1 ? targets[0] : Principal],
                TargetMultiplicity = EdmMultiplicity.ZeroOrOne,
            });

            if (column.Relationship is not null && targets.Count == 1)
                AddCollection(types[targets[0]], type, column.Relationship);
        }
    }

    private static void AddManyToMany(Dictionary<string, EdmEntityType> types, ManyToMany relationship)
    {
        AddCollection(types[relationship.First], types[relationship.Second], relationship.NavigationProperty);
        if (relationship.First != relationship.Second)
            AddCollection(types[relationship.Second], types[relationship.First], relationship.NavigationProperty);
    }

    private static void AddCollection(EdmEntityType owner, EdmEntityType member, string name) =>
        owner.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = name,
            Target = member,
            TargetMultiplicity = EdmMultiplicity.Many,
        });

    private static void BindNavigation(
        EdmEntityContainer container, Dictionary<string, EdmEntityType> types, DataverseSchema schema)
    {
        foreach (var table in schema.Tables)
        {
            var set = (EdmEntitySet)container.FindEntitySet(table.EntitySetName);
            foreach (var navigation in types[table.LogicalName].DeclaredNavigationProperties())
            {
                var target = schema.FindTable(navigation.ToEntityType().Name);
                if (target is not null)
                    set.AddNavigationTarget(navigation, container.FindEntitySet(target.EntitySetName));
            }
        }
    }
}
