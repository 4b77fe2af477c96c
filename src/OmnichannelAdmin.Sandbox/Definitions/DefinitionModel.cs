using System.Globalization;
using Microsoft.OData.Edm;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>The types of table definitions, as the model declares them.</summary>
internal sealed class DefinitionModel
{
    /// <summary>The set of table definitions.</summary>
    public const string EntityDefinitions = "EntityDefinitions";

    private const string Namespace = EdmModelFactory.Namespace;

    /// <summary>The kinds of column, by the numbers that the platform gives them.</summary>
    private static readonly (string Name, int Value)[] AttributeTypeCodes =
    [
        ("Boolean", 0), ("DateTime", 2), ("Integer", 5), ("Lookup", 6), ("Memo", 7), ("Owner", 9), ("Picklist", 11),
        ("State", 12), ("Status", 13), ("String", 14), ("Uniqueidentifier", 15), ("Virtual", 17), ("BigInt", 18),
        ("EntityName", 20),
    ];

    private readonly EdmModel _model;
    private readonly EdmComplexTypeReference _label;
    private readonly EdmEntityType _optionSet;
    private readonly EdmEntityType _attribute;

    private DefinitionModel(EdmModel model)
    {
        _model = model;
        _label = new EdmComplexTypeReference(AddLabel(), isNullable: true);
        _optionSet = AddOptionSet();
        _attribute = AddAttribute();
    }

    public static void AddTo(EdmModel model, EdmEntityContainer container)
    {
        var definitions = new DefinitionModel(model);
        definitions.AddAttributeKinds();
        container.AddEntitySet(EntityDefinitions, definitions.AddTable());
    }

    /// <summary>The name of a kind of column, by its number as text; null when there is none.</summary>
    public static string? TypeCodeName(string number) => Array
        .Find(AttributeTypeCodes, code => code.Value.ToString(CultureInfo.InvariantCulture) == number).Name;

    private EdmEntityType AddTable()
    {
        var table = NewDefinition("EntityMetadata", baseType: null);
        AddTexts(
            table, "LogicalName", "SchemaName", "EntitySetName", "LogicalCollectionName", "PrimaryIdAttribute",
            "PrimaryNameAttribute", "OwnershipType");
        table.AddStructuralProperty("IsOptimisticConcurrencyEnabled", EdmPrimitiveTypeKind.Boolean);
        table.AddStructuralProperty("DisplayName", _label);
        NameKey(table);

        var oneToMany = NewDefinition("OneToManyRelationshipMetadata", baseType: null);
        AddTexts(
            oneToMany, "SchemaName", "ReferencedEntity", "ReferencedAttribute", "ReferencingEntity",
            "ReferencingAttribute", "ReferencingEntityNavigationPropertyName",
            "ReferencedEntityNavigationPropertyName");
        var cascade = new EdmComplexType(Namespace, "CascadeConfiguration");
        cascade.AddStructuralProperty("Delete", EdmPrimitiveTypeKind.String);
        _model.AddElement(cascade);
        oneToMany.AddStructuralProperty("CascadeConfiguration", new EdmComplexTypeReference(cascade, isNullable: true));

        var manyToMany = NewDefinition("ManyToManyRelationshipMetadata", baseType: null);
        AddTexts(
            manyToMany, "SchemaName", "Entity1LogicalName", "Entity2LogicalName", "IntersectEntityName",
            "Entity1NavigationPropertyName", "Entity2NavigationPropertyName");

        AddCollection(table, "Attributes", _attribute);
        AddCollection(table, "ManyToOneRelationships", oneToMany);
        AddCollection(table, "OneToManyRelationships", oneToMany);
        AddCollection(table, "ManyToManyRelationships", manyToMany);
        return table;
    }

    private EdmComplexType AddLabel()
    {
        var localized = new EdmComplexType(Namespace, "LocalizedLabel");
        localized.AddStructuralProperty("Label", EdmPrimitiveTypeKind.String);
        localized.AddStructuralProperty("LanguageCode", EdmPrimitiveTypeKind.Int32);
        var reference = new EdmComplexTypeReference(localized, isNullable: true);
        var label = new EdmComplexType(Namespace, "Label");
        label.AddStructuralProperty("LocalizedLabels", EdmCoreModel.GetCollection(reference));
        label.AddStructuralProperty("UserLocalizedLabel", reference);
        _model.AddElement(localized);
        _model.AddElement(label);
        return label;
    }

    private EdmEntityType AddOptionSet()
    {
        var option = new EdmComplexType(Namespace, "OptionMetadata");
        option.AddStructuralProperty("Value", EdmPrimitiveTypeKind.Int32);
        option.AddStructuralProperty("Label", _label);
        _model.AddElement(option);

        var optionSet = NewDefinition("OptionSetMetadata", baseType: null);
        AddTexts(optionSet, "Name");
        optionSet.AddStructuralProperty("IsGlobal", EdmPrimitiveTypeKind.Boolean);
        optionSet.AddStructuralProperty(
            "Options", EdmCoreModel.GetCollection(new EdmComplexTypeReference(option, isNullable: true)));
        return optionSet;
    }

    private EdmEntityType AddAttribute()
    {
        var typeCode = new EdmEnumType(Namespace, "AttributeTypeCode");
        foreach (var (name, value) in AttributeTypeCodes)
            typeCode.AddMember(name, new EdmEnumMemberValue(value));
        var level = new EdmComplexType(Namespace, "AttributeRequiredLevelManagedProperty");
        level.AddStructuralProperty("Value", EdmPrimitiveTypeKind.String);
        _model.AddElement(typeCode);
        _model.AddElement(level);

        var attribute = NewDefinition("AttributeMetadata", baseType: null);
        AddTexts(attribute, "LogicalName", "SchemaName", "EntityLogicalName");
        attribute.AddStructuralProperty("AttributeType", new EdmEnumTypeReference(typeCode, isNullable: true));
        attribute.AddStructuralProperty("RequiredLevel", new EdmComplexTypeReference(level, isNullable: true));
        attribute.AddStructuralProperty("DisplayName", _label);
        string[] flags =
            ["IsPrimaryId", "IsPrimaryName", "IsSecured", "IsValidForCreate", "IsValidForRead", "IsValidForUpdate"];
        foreach (var flag in flags)
            attribute.AddStructuralProperty(flag, EdmPrimitiveTypeKind.Boolean);
        NameKey(attribute);
        return attribute;
    }

    private void AddAttributeKinds()
    {
        string[] plain = ["BigInt", "DateTime", "EntityName", "File", "UniqueIdentifier"];
        foreach (var kind in plain)
            NewDefinition($"{kind}AttributeMetadata", _attribute);
        foreach (var kind in new[] { "String", "Memo" })
        {
            NewDefinition($"{kind}AttributeMetadata", _attribute)
                .AddStructuralProperty("MaxLength", EdmPrimitiveTypeKind.Int32);
        }

        var integer = NewDefinition("IntegerAttributeMetadata", _attribute);
        integer.AddStructuralProperty("MinValue", EdmPrimitiveTypeKind.Int32);
        integer.AddStructuralProperty("MaxValue", EdmPrimitiveTypeKind.Int32);
        NewDefinition("BooleanAttributeMetadata", _attribute)
            .AddStructuralProperty("DefaultValue", EdmPrimitiveTypeKind.Boolean);
        NewDefinition("LookupAttributeMetadata", _attribute).AddStructuralProperty(
            "Targets", EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(isNullable: false)));

        // Dataverse knows no cast to what choices have in common: one query per kind.
        foreach (var kind in new[] { "Picklist", "MultiSelectPicklist", "State", "Status" })
        {
            var choice = NewDefinition($"{kind}AttributeMetadata", _attribute);
            choice.AddStructuralProperty("DefaultFormValue", EdmPrimitiveTypeKind.Int32);
            AddSingle(choice, "OptionSet");
            AddSingle(choice, "GlobalOptionSet");
        }
    }

    private EdmEntityType NewDefinition(string name, EdmEntityType? baseType)
    {
        var type = new EdmEntityType(Namespace, name, baseType);
        if (baseType is null)
            type.AddKeys(type.AddStructuralProperty("MetadataId", EdmPrimitiveTypeKind.Guid, isNullable: false));
        _model.AddElement(type);
        return type;
    }

    private void NameKey(EdmEntityType type) => _model.AddAlternateKeyAnnotation(
        type,
        new Dictionary<string, IEdmProperty>(StringComparer.Ordinal)
        {
            ["LogicalName"] = type.FindProperty("LogicalName"),
        });

    private static void AddTexts(EdmEntityType type, params string[] names)
    {
        foreach (var name in names)
            type.AddStructuralProperty(name, EdmPrimitiveTypeKind.String);
    }

    private static void AddCollection(EdmEntityType type, string name, EdmEntityType target) =>
        AddNavigation(type, name, target, EdmMultiplicity.Many);

    private void AddSingle(EdmEntityType type, string name) =>
        AddNavigation(type, name, _optionSet, EdmMultiplicity.ZeroOrOne);

    // A definition's parts are its own: they have no set of their own to be found in.
    private static void AddNavigation(
        EdmEntityType type, string name, EdmEntityType target, EdmMultiplicity multiplicity) =>
        type.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = name,
            Target = target,
            TargetMultiplicity = multiplicity,
            ContainsTarget = true,
        });
}
