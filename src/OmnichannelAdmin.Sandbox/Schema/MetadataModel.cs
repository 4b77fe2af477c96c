using Microsoft.OData.Edm;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The types of table definitions, as the model declares them.</summary>
internal static class MetadataModel
{
    /// <summary>The set of table definitions.</summary>
    public const string EntityDefinitions = "EntityDefinitions";

    public static void AddTo(EdmModel model, EdmEntityContainer container)
    {
        var type = new EdmEntityType(EdmModelFactory.Namespace, "EntityMetadata");
        type.AddKeys(type.AddStructuralProperty("MetadataId", EdmPrimitiveTypeKind.Guid, isNullable: false));
        var logicalName = type.AddStructuralProperty("LogicalName", EdmPrimitiveTypeKind.String);
        string[] texts = ["SchemaName", "EntitySetName", "PrimaryIdAttribute", "PrimaryNameAttribute", "OwnershipType"];
        foreach (var name in texts)
            type.AddStructuralProperty(name, EdmPrimitiveTypeKind.String);
        type.AddStructuralProperty("IsOptimisticConcurrencyEnabled", EdmPrimitiveTypeKind.Boolean);
        model.AddElement(type);
        container.AddEntitySet(EntityDefinitions, type);
        model.AddAlternateKeyAnnotation(
            type, new Dictionary<string, IEdmProperty>(StringComparer.Ordinal) { ["LogicalName"] = logicalName });
    }
}
