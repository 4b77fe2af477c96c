using System.Net;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Answers that are one row, or that only name one.</summary>
internal static class RowAnswer
{
    /// <summary>The row itself.</summary>
    public static SandboxResponse Write(
        RequestScope scope, SandboxRequest request, ODataQuery query, Row row, HttpStatusCode status)
    {
        var selection = new SelectionReader(scope).Read(row.Table, query.SelectExpand);
        var context = ContextUrl.OfRow(scope, row.Table, selection);
        var json = JsonBody.Write(writer =>
            new RowJsonWriter(scope, writer, request.Preferences).Write(row, selection, context));
        return SandboxResponse.FromJson(json, status).With("ETag", row.Etag);
    }

    /// <summary>What a write answers: nothing but the row's URL, or the row where the caller prefers it.</summary>
    public static SandboxResponse AfterWrite(
        RequestScope scope, SandboxRequest request, ODataQuery query, Row row, HttpStatusCode statusWithRow)
    {
        var url = RowAddress.Of(scope, row.Table, row.Id);
        var response = request.Preferences.ReturnRepresentation
            ? Write(scope, request, query, row, statusWithRow)
                .With("Preference-Applied", request.Preferences.Applied("return", "odata.include-annotations"))
            : SandboxResponse.NoContent();
        if (statusWithRow == HttpStatusCode.Created)
            response.With("Location", url);
        return response.With("OData-EntityId", url);
    }
}
