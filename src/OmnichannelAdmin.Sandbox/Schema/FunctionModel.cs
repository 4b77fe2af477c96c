using Microsoft.OData.Edm;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The functions that the sandbox answers, as the model declares them.</summary>
internal static class FunctionModel
{
    private const string Namespace = EdmModelFactory.Namespace;

    public static void AddTo(EdmModel model, EdmEntityContainer container)
    {
        AddWhoAmI(model, container);
        AddRetrieveCurrentOrganization(model, container);
        AddManagedIdentity(model, container);
        AddMultiple(model);
        QueryFunctionModel.AddTo(model);
    }

    private static void AddManagedIdentity(EdmModel model, EdmEntityContainer container)
    {
        var response = new EdmComplexType(Namespace, "GetComponentManagedIdentityFICResponse");
        AddProperties(response, EdmPrimitiveTypeKind.String, "FICSubject");
        model.AddElement(response);

        var function = AddFunction(model, container, "GetComponentManagedIdentityFIC", response);
        function.AddParameter("ComponentName", EdmCoreModel.Instance.GetString(isNullable: false));
        function.AddParameter("ComponentId", EdmCoreModel.Instance.GetGuid(isNullable: false));
    }

    // Bound to the rows of any table. The targets are of the abstract type, so each must say of which table it is.
    private static void AddMultiple(EdmModel model)
    {
        var rows = EdmCoreModel.GetCollection(new EdmEntityTypeReference(
            (IEdmEntityType)model.FindDeclaredType($"{Namespace}.crmbaseentity"), isNullable: false));
        var response = new EdmComplexType(Namespace, "CreateMultipleResponse");
        response.AddStructuralProperty(
            "Ids", EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetGuid(isNullable: false)));
        model.AddElement(response);

        foreach (var name in new[] { "CreateMultiple", "UpdateMultiple" })
        {
            var returns = name == "CreateMultiple" ? new EdmComplexTypeReference(response, isNullable: false) : null;
            var action = new EdmAction(Namespace, name, returns, isBound: true, entitySetPathExpression: null);
            action.AddParameter("entityset", rows);
            action.AddParameter("Targets", rows);
            model.AddElement(action);
        }
    }

    private static void AddWhoAmI(EdmModel model, EdmEntityContainer container)
    {
        var response = new EdmComplexType(Namespace, "WhoAmIResponse");
        AddProperties(response, EdmPrimitiveTypeKind.Guid, "BusinessUnitId", "UserId", "OrganizationId");
        model.AddElement(response);
        AddFunction(model, container, "WhoAmI", response);
    }

    private static void AddRetrieveCurrentOrganization(EdmModel model, EdmEntityContainer container)
    {
        var accessType = new EdmEnumType(Namespace, "EndpointAccessType");
        accessType.AddMember("Default", new EdmEnumMemberValue(0));
        accessType.AddMember("Internet", new EdmEnumMemberValue(1));
        accessType.AddMember("Intranet", new EdmEnumMemberValue(2));
        model.AddElement(accessType);

        var endpoints = new EdmComplexType(Namespace, "EndpointCollection");
        endpoints.AddStructuralProperty("Count", EdmPrimitiveTypeKind.Int32);
        var texts = EdmCoreModel.GetCollection(EdmCoreModel.Instance.GetString(isNullable: true));
        endpoints.AddStructuralProperty("Keys", texts);
        endpoints.AddStructuralProperty("Values", texts);
        model.AddElement(endpoints);

        var detail = new EdmComplexType(Namespace, "OrganizationDetail");
        detail.AddStructuralProperty("OrganizationId", EdmPrimitiveTypeKind.Guid);
        AddProperties(
            detail,
            EdmPrimitiveTypeKind.String,
            "FriendlyName", "OrganizationVersion", "EnvironmentId", "DatacenterId", "Geo", "TenantId", "UrlName",
            "UniqueName", "State", "SchemaType", "OrganizationType");
        detail.AddStructuralProperty("Endpoints", new EdmComplexTypeReference(endpoints, isNullable: true));
        model.AddElement(detail);

        var response = new EdmComplexType(Namespace, "RetrieveCurrentOrganizationResponse");
        response.AddStructuralProperty("Detail", new EdmComplexTypeReference(detail, isNullable: true));
        model.AddElement(response);

        var function = AddFunction(model, container, "RetrieveCurrentOrganization", response);
        function.AddParameter("AccessType", new EdmEnumTypeReference(accessType, isNullable: false));
    }

    private static EdmFunction AddFunction(
        EdmModel model, EdmEntityContainer container, string name, EdmComplexType response)
    {
        var function = new EdmFunction(Namespace, name, new EdmComplexTypeReference(response, isNullable: false));
        model.AddElement(function);
        container.AddFunctionImport(name, function);
        return function;
    }

    private static void AddProperties(EdmComplexType type, EdmPrimitiveTypeKind kind, params string[] names)
    {
        foreach (var name in names)
            type.AddStructuralProperty(name, kind);
    }
}
