using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Links and unlinks rows: …/navigation/$ref.</summary>
internal static class ReferenceRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        var segments = query.Path.ToList();
        var index = segments.FindIndex(segment => segment is NavigationPropertyLinkSegment);
        var navigation = ((NavigationPropertyLinkSegment)segments[index]).NavigationProperty;
        var owner = segments.Take(index).ToList();
        var member = segments.Skip(index + 1).OfType<KeySegment>().FirstOrDefault();

        return RowPath.IsCollection(navigation)
            ? OnCollection(scope, request, owner, navigation.Name, member)
            : OnLookup(scope, request, owner, navigation.Name);
    }

    private static SandboxResponse OnLookup(
        RequestScope scope, SandboxRequest request, List<ODataPathSegment> owner, string navigation)
    {
        if (request.Method == "GET")
            return scope.Read(() => GetLookup(scope, RowPath.WalkToRow(scope, owner), navigation));

        var target = request.Method switch
        {
            "PUT" => ReadTarget(scope, request),
            "DELETE" => null,
            _ => throw RequestDispatcher.NotAllowed(request),
        };
        return scope.Write(transaction =>
        {
            var row = RowPath.WalkToRow(scope, owner);
            Preconditions.Check(scope, request, row.Table, row.Id, row);
            var lookup = row.Table.FindNavigation(navigation) ?? throw RequestDispatcher.NotAllowed(request);
            if (lookup.ReadOnly)
                throw RequestDispatcher.NotAllowed(request);
            new RowWriter(scope, transaction).SetLookup(row, lookup, target);
            return SandboxResponse.NoContent();
        });
    }

    private static SandboxResponse OnCollection(
        RequestScope scope, SandboxRequest request, List<ODataPathSegment> owner, string navigation, KeySegment? member)
    {
        switch (request.Method)
        {
            case "GET" when member is null:
                return scope.Read(() => GetCollection(scope, RowPath.WalkToRow(scope, owner), navigation));

            case "POST" when member is null:
                var added = ReadTarget(scope, request);
                return Change(collection => collection.Add(added));

            case "DELETE":
                var removed = member is not null
                    ? MemberOf(scope, owner, navigation, member)
                    : IdOfQuery(scope, request);
                return Change(collection => collection.Remove(removed));

            default:
                throw RequestDispatcher.NotAllowed(request);
        }

        SandboxResponse Change(Action<RowCollection> change) => scope.Write(transaction =>
        {
            var row = RowPath.WalkToRow(scope, owner);
            change(new RowCollection(scope, transaction, row, navigation));
            return SandboxResponse.NoContent();
        });
    }

    private static RowReference ReadTarget(RequestScope scope, SandboxRequest request) =>
        RowAddress.Resolve(scope, PayloadReader.ReadReference(request));

    private static RowReference MemberOf(
        RequestScope scope, List<ODataPathSegment> owner, string navigation, KeySegment member)
    {
        var table = scope.Read(() => RowPath.WalkToRow(scope, owner)).Table;
        var name = scope.Schema.FindManyToMany(table, navigation)?.OtherThan(table.LogicalName)
            ?? scope.Schema.FindOneToMany(table, navigation)!.Value.Table.LogicalName;
        return new RowReference(name, RowAddress.Id(member));
    }

    private static RowReference IdOfQuery(RequestScope scope, SandboxRequest request)
    {
        foreach (var option in request.Url.Query.TrimStart('?').Split('&'))
        {
            var parts = Uri.UnescapeDataString(option).Split('=', 2);
            if (parts is ["$id", var url])
                return RowAddress.Resolve(scope, new Uri(url, UriKind.RelativeOrAbsolute));
        }

        throw RefusedException.BadRequest(
            ErrorCodes.BadRequest, "Which row to unlink? Name it in the path, navigation(id)/$ref, or in ?$id=.");
    }

    private static SandboxResponse GetLookup(RequestScope scope, Row row, string navigation)
    {
        if (row.Table.FindNavigation(navigation) is not { } lookup || row[lookup] is not RowReference target)
            return SandboxResponse.NoContent();

        return SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{scope.ServiceRoot}$metadata#$ref");
            writer.WriteString("@odata.id", RowAddress.Of(scope, scope.Schema.Table(target.Table), target.Id));
            writer.WriteEndObject();
        }));
    }

    private static SandboxResponse GetCollection(RequestScope scope, Row row, string navigation) =>
        SandboxResponse.FromJson(JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"{scope.ServiceRoot}$metadata#Collection($ref)");
            writer.WriteStartArray("value");
            foreach (var member in RowCollection.Rows(scope.Store, row, navigation))
            {
                writer.WriteStartObject();
                writer.WriteString("@odata.id", RowAddress.Of(scope, member.Table, member.Id));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
}
