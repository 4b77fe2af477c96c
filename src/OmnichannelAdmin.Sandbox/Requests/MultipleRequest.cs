using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>CreateMultiple and UpdateMultiple of a table: many rows in one request, all or nothing.</summary>
internal static class MultipleRequest
{
    public static SandboxResponse Execute(
        RequestScope scope, SandboxRequest request, OperationSegment operation, string set)
    {
        if (request.Method != "POST")
            throw RequestDispatcher.NotAllowed(request);

        var table = RowPath.TableOf(scope, set);
        var action = operation.Operations.Single();
        var targets = new PayloadReader(scope.Schema, scope.ServiceRoot).ReadTargets(request, table, action);
        return scope.Write(transaction =>
        {
            var writer = new RowWriter(scope, transaction);
            return action.Name == "CreateMultiple"
                ? Ids(scope, targets.ConvertAll(target => writer.Create(target)))
                : Update(scope, writer, targets);
        });
    }

    private static SandboxResponse Update(RequestScope scope, RowWriter writer, List<RowPayload> targets)
    {
        foreach (var target in targets)
        {
            var id = target.Find(target.Table.PrimaryId) as Guid? ?? throw RefusedException.BadRequest(
                ErrorCodes.InvalidArgument, $"A target of UpdateMultiple has no '{target.Table.PrimaryId}'.");
            var row = scope.Store[target.Table].Find(id)
                ?? throw RefusedException.RowMissing(target.Table.LogicalName, id);
            writer.Update(row, target);
        }

        return SandboxResponse.NoContent();
    }

    private static SandboxResponse Ids(RequestScope scope, List<Row> rows) =>
        SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfComplexType(scope, "CreateMultipleResponse"));
            writer.WriteStartArray("Ids");
            foreach (var row in rows)
                writer.WriteStringValue(row.Id);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
}
