using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Reads the rows of a set or of a collection, page by page, and creates rows in them.</summary>
internal static class RowSetRequest
{
    /// <summary>The most rows that a count tells.</summary>
    private const int CountLimit = 5000;

    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query) =>
        request.Method switch
        {
            "GET" => scope.Read(() => Get(scope, request, query)),
            "POST" => Create(scope, request, query),
            _ => throw RequestDispatcher.NotAllowed(request),
        };

    /// <summary>Answers …/$count.</summary>
    public static SandboxResponse Count(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        if (request.Method != "GET")
            throw RequestDispatcher.NotAllowed(request);

        return scope.Read(() =>
        {
            var source = RowSource.Open(scope, [.. query.Path.SkipLast(1)]);
            var count = Math.Min(source.Rows.Count(Test(scope, source.Table, query)), CountLimit);
            return SandboxResponse.FromText(count.ToString(CultureInfo.InvariantCulture));
        });
    }

    private static SandboxResponse Get(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        var source = RowSource.Open(scope, [.. query.Path]);
        var reader = new SelectionReader(scope);
        var selection = reader.Read(source.Table, query.SelectExpand);
        var test = Test(scope, source.Table, query);
        var order = reader.ReadOrder(source.Table, query.OrderBy);
        var page = RowPage.Take(source, test, order, query, request.Preferences, scope.Organization.Settings.PageSize);

        var json = JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", ContextUrl.OfRows(scope, source.Table, selection));
            if (query.Count)
                WriteCount(writer, request.Preferences, source.Rows.Count(test));
            writer.WriteStartArray("value");
            var rowWriter = new RowJsonWriter(scope, writer, request.Preferences);
            foreach (var row in page.Rows)
                rowWriter.Write(row, selection);
            writer.WriteEndArray();
            if (page.Next is not null)
                writer.WriteString("@odata.nextLink", NextLink(request.Url, page.Next.Write(order)));
            writer.WriteEndObject();
        });
        return SandboxResponse.FromJson(json).With(
            "Preference-Applied",
            request.Preferences.Applied("odata.include-annotations", "odata.maxpagesize"));
    }

    private static Func<Row, bool> Test(RequestScope scope, Table table, ODataQuery query) =>
        query.Filter is { } filter
            ? new FilterCompiler(scope, table).CompileTest(filter.Expression)
            : _ => true;

    private static void WriteCount(Utf8JsonWriter writer, Preferences preferences, int count)
    {
        writer.WriteNumber("@odata.count", Math.Min(count, CountLimit));
        if (preferences.Includes(AnnotationNames.TotalRecordCount))
            writer.WriteNumber($"@{AnnotationNames.TotalRecordCount}", Math.Min(count, CountLimit));
        if (preferences.Includes(AnnotationNames.TotalRecordCountLimitExceeded))
            writer.WriteBoolean($"@{AnnotationNames.TotalRecordCountLimitExceeded}", count > CountLimit);
    }

    private static string NextLink(Uri url, string cookie)
    {
        var options = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(option => !option.StartsWith("$skiptoken=", StringComparison.Ordinal)
                && !option.StartsWith("%24skiptoken=", StringComparison.OrdinalIgnoreCase))
            .Append($"$skiptoken={Uri.EscapeDataString(cookie)}");
        return $"{url.GetLeftPart(UriPartial.Path)}?{string.Join('&', options)}";
    }

    private static SandboxResponse Create(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        var navigation = query.Path.LastSegment as NavigationPropertySegment;
        var table = navigation is null
            ? RowPath.TableOf(scope, ((EntitySetSegment)query.Path.LastSegment).EntitySet.Name)
            : scope.Schema.Table(navigation.NavigationProperty.ToEntityType().Name);
        var payload = new PayloadReader(scope.Schema, scope.ServiceRoot).ReadRow(request, table);
        return scope.Write(transaction =>
        {
            var row = new RowWriter(scope, transaction).Create(payload);
            if (navigation is not null)
                row = AddTo(scope, transaction, query, navigation, row);
            return RowAnswer.AfterWrite(scope, request, query, row, HttpStatusCode.Created);
        });
    }

    private static Row AddTo(
        RequestScope scope, RowTransaction transaction, ODataQuery query, NavigationPropertySegment navigation, Row row)
    {
        var owner = RowPath.WalkToRow(scope, query.Path.SkipLast(1));
        new RowCollection(scope, transaction, owner, navigation.NavigationProperty.Name)
            .Add(new RowReference(row.Table.LogicalName, row.Id));
        return scope.Store[row.Table].Find(row.Id)!;
    }
}
