using System.Security.Cryptography;
using System.Text;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>
/// GetComponentManagedIdentityFIC: the subject that a federated credential in Entra must name for a channel's webhook.
/// Any change of the webhook makes a new one.
/// </summary>
internal static class ManagedIdentityRequest
{
    private const string Channel = "msdyn_occustommessagingchannel";

    public static SandboxResponse Execute(RequestScope scope, OperationImportSegment operation)
    {
        var name = (string)Argument(operation, "ComponentName");
        var id = (Guid)Argument(operation, "ComponentId");
        if (name != Channel)
        {
            throw RefusedException.NotInSandbox($"managed identities of any component but '{Channel}'");
        }

        return scope.Read(() =>
        {
            var table = scope.Schema.Table(Channel);
            scope.Permissions.Demand(Users.TableAction.Read, table);
            var channel = scope.Store[table].Find(id) ?? throw RefusedException.RowMissing(Channel, id);
            return Answer(scope, Subject(scope, channel));
        });
    }

    // The facts do not say what a channel without a managed identity is answered; there is no subject to give.
    private static string Subject(RequestScope scope, Row channel)
    {
        if (channel[channel.Table.Column("managedidentityid")] is null)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.InvalidArgument,
                $"'{Channel}' {channel.Id} has no managed identity: bind 'managedidentityid' first.");
        }

        var webhook = channel[channel.Table.Column(WebhookVersion.Column)];
        var text = $"{scope.Organization.Settings.OrganizationId}/{channel.Id}/{webhook}";
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
        return $"component:{Channel},environment:{scope.Organization.Settings.OrganizationId},hash:{hash}";
    }

    private static SandboxResponse Answer(RequestScope scope, string subject) =>
        SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString(
                "@odata.context", ContextUrl.OfComplexType(scope, "GetComponentManagedIdentityFICResponse"));
            writer.WriteString("FICSubject", subject);
            writer.WriteEndObject();
        }));

    private static object Argument(OperationImportSegment operation, string name)
    {
        var value = operation.Parameters.Single(parameter => parameter.Name == name).Value;
        while (value is ConvertNode convert)
            value = convert.Source;
        return ((ConstantNode)value).Value;
    }
}
