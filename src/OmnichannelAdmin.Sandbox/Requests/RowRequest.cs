using System.Net;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Reads, updates, upserts and deletes one row.</summary>
internal static class RowRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        if (request.Method == "GET")
            return scope.Read(() => Get(scope, request, query));

        var address = RowAddress.FromPath(scope.Schema, query.Path) ?? throw RequestDispatcher.NotAllowed(request);
        var table = scope.Schema.Table(address.Table);
        return request.Method switch
        {
            "PATCH" => Patch(scope, request, query, table, address.Id),
            "DELETE" => Delete(scope, request, table, address.Id),
            _ => throw RequestDispatcher.NotAllowed(request),
        };
    }

    private static SandboxResponse Get(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        if (RowPath.Walk(scope, query.Path) is not { } row)
            return SandboxResponse.NoContent();

        // A conditional read never answers 304 together with annotations or $expand.
        var selection = query.SelectExpand;
        var expands = selection?.SelectedItems.Any(item => item is ExpandedNavigationSelectItem) == true;
        if (!expands && !request.Preferences.AnyAnnotation && Preconditions.IsUnchanged(request, row))
            return new SandboxResponse(HttpStatusCode.NotModified).With("ETag", row.Etag);

        return RowAnswer.Write(scope, request, query, row, HttpStatusCode.OK)
            .With("Preference-Applied", request.Preferences.Applied("odata.include-annotations"));
    }

    private static SandboxResponse Patch(
        RequestScope scope, SandboxRequest request, ODataQuery query, Table table, Guid id)
    {
        var payload = new PayloadReader(scope.Schema, scope.ServiceRoot).ReadRow(request, table);
        return scope.Write(transaction =>
        {
            var row = scope.Store[table].Find(id);
            Preconditions.Check(scope, request, table, id, row);
            var writer = new RowWriter(scope, transaction);
            var written = row is null ? writer.Create(payload, id) : writer.Update(row, payload);
            var status = row is null ? HttpStatusCode.Created : HttpStatusCode.OK;
            return RowAnswer.AfterWrite(scope, request, query, written, status);
        });
    }

    private static SandboxResponse Delete(RequestScope scope, SandboxRequest request, Table table, Guid id) =>
        scope.Write(transaction =>
        {
            scope.Permissions.Demand(TableAction.Delete, table);
            var row = scope.Store[table].Find(id) ?? throw RefusedException.RowMissing(table.LogicalName, id);
            Preconditions.Check(scope, request, table, id, row);
            new RowDeleter(scope, transaction).Delete(row);
            return SandboxResponse.NoContent();
        });
}
