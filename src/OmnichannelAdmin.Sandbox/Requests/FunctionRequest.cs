using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>The unbound functions.</summary>
internal static class FunctionRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, OperationImportSegment operation)
    {
        if (request.Method != "GET")
            throw RequestDispatcher.NotAllowed(request);

        return operation.Identifier switch
        {
            "WhoAmI" => WhoAmI(scope),
            "RetrieveCurrentOrganization" => RetrieveCurrentOrganization(scope),
            "GetComponentManagedIdentityFIC" => ManagedIdentityRequest.Execute(scope, operation),
            _ => throw RefusedException.NotInSandbox($"the function '{operation.Identifier}'"),
        };
    }

    private static SandboxResponse WhoAmI(RequestScope scope)
    {
        var users = scope.Schema.Table("systemuser");
        var businessUnit = scope.Read(() =>
            scope.Store[users].Find(scope.UserId)?[users.Column("businessunitid")] as RowReference);
        return SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfComplexType(scope, "WhoAmIResponse"));
            writer.WriteString("BusinessUnitId", businessUnit?.Id ?? Guid.Empty);
            writer.WriteString("UserId", scope.UserId);
            writer.WriteString("OrganizationId", scope.Organization.Settings.OrganizationId);
            writer.WriteEndObject();
        }));
    }

    private static SandboxResponse RetrieveCurrentOrganization(RequestScope scope)
    {
        var settings = scope.Organization.Settings;
        var origin = scope.ServiceRoot.GetLeftPart(UriPartial.Authority);
        return SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(
                "@odata.context", ContextUrl.OfComplexType(scope, "RetrieveCurrentOrganizationResponse"));
            writer.WriteStartObject("Detail");
            writer.WriteString("OrganizationId", settings.OrganizationId);
            writer.WriteString("FriendlyName", settings.Name);
            writer.WriteString("OrganizationVersion", settings.Version);
            writer.WriteString("EnvironmentId", settings.OrganizationId.ToString());
            writer.WriteString("DatacenterId", Guid.Empty.ToString());
            writer.WriteString("Geo", settings.Geo);
            writer.WriteString("TenantId", settings.TenantId.ToString());
            writer.WriteString("UrlName", settings.Url.Host.Split('.')[0]);
            writer.WriteString("UniqueName", $"unq{settings.OrganizationId:N}"[..30]);
            writer.WriteString("State", "Enabled");
            writer.WriteString("SchemaType", "Full");
            writer.WriteString("OrganizationType", "CustomerTest");
            writer.WriteStartObject("Endpoints");
            writer.WriteNumber("Count", 3);
            WriteTexts("Keys", ["WebApplication", "OrganizationService", "OrganizationDataService"]);
            WriteTexts(
                "Values",
                [
                    $"{origin}/",
                    $"{origin}/XRMServices/2011/Organization.svc",
                    $"{origin}/XRMServices/2011/OrganizationData.svc",
                ]);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();

            void WriteTexts(string name, string[] texts)
            {
                writer.WriteStartArray(name);
                foreach (var text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
            }
        }));
    }
}
