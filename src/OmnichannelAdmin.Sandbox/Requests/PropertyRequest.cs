using System.Globalization;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Reads, sets and empties one property of a row.</summary>
internal static class PropertyRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        var segments = query.Path.ToList();
        var raw = segments[^1] is ValueSegment;
        if (raw)
            segments.RemoveAt(segments.Count - 1);
        if (segments[^1] is not PropertySegment property)
            throw RefusedException.NotInSandbox("$value of anything but a property");

        var path = segments.SkipLast(1);
        return request.Method switch
        {
            "GET" => scope.Read(() => Get(scope, request, RowPath.WalkToRow(scope, path), property, raw)),
            "PUT" when !raw => Set(scope, request, path, property, ReadValue(scope, request, path, property)),
            "DELETE" when !raw => Set(scope, request, path, property, value: null),
            _ => throw RequestDispatcher.NotAllowed(request),
        };
    }

    private static SandboxResponse Get(
        RequestScope scope, SandboxRequest request, Row row, PropertySegment property, bool raw)
    {
        var column = ColumnOf(row.Table, property);
        scope.Permissions.Demand(
            ColumnAction.Read, row.Table, column, ErrorCodes.AttributePermissionReadIsMissing);
        var value = column.WriteOnly ? null : row[column];
        if (value is null)
            return SandboxResponse.NoContent();
        if (raw)
            return SandboxResponse.FromText(RawText(value));

        return SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfProperty(scope, row.Table, row.Id, column));
            writer.WritePropertyName("value");
            new RowJsonWriter(scope, writer, request.Preferences).WriteValue(value);
            writer.WriteEndObject();
        }));
    }

    private static SandboxResponse Set(
        RequestScope scope,
        SandboxRequest request,
        IEnumerable<ODataPathSegment> path,
        PropertySegment property,
        object? value) =>
        scope.Write(transaction =>
        {
            var row = RowPath.WalkToRow(scope, path);
            Preconditions.Check(scope, request, row.Table, row.Id, row);
            new RowWriter(scope, transaction).Set(row, ColumnOf(row.Table, property), value);
            return SandboxResponse.NoContent();
        });

    private static object? ReadValue(
        RequestScope scope, SandboxRequest request, IEnumerable<ODataPathSegment> path, PropertySegment property)
    {
        var table = scope.Read(() => RowPath.WalkToRow(scope, path)).Table;
        return new PayloadReader(scope.Schema, scope.ServiceRoot).ReadProperty(request, table, property.Property);
    }

    private static Column ColumnOf(Table table, PropertySegment property) =>
        table.FindProperty(property.Property.Name)
        ?? throw RefusedException.NotInSandbox($"the property '{property.Property.Name}' of '{table}'");

    private static string RawText(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        RowReference reference => reference.Id.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
