using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>
/// Reads definitions: <c>EntityDefinitions(LogicalName='…')/Attributes/Microsoft.Dynamics.CRM.…</c>. They are never
/// paged, and the sandbox does not change them.
/// </summary>
internal static class DefinitionRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        if (request.Method != "GET")
            throw RefusedException.NotInSandbox("changes of table definitions");

        var clause = query.SelectExpand;
        var context = $"{scope.ServiceRoot}$metadata#{ContextOf(query.Path)}";
        return Walk(scope, query.Path) switch
        {
            JsonArray list => AnswerList(list, query, clause, context),
            JsonObject definition => AnswerOne(definition, clause, context),
            _ => SandboxResponse.NoContent(),
        };
    }

    // Names the kind of what is answered, not the one definition that it is.
    private static string ContextOf(ODataPath path)
    {
        var segments = path.ToList();
        var context = segments is [_, KeySegment table, _, ..]
            ? $"{DefinitionModel.EntityDefinitions}({IdOf(table)})"
            : DefinitionModel.EntityDefinitions;
        foreach (var segment in segments.Skip(1))
        {
            context += segment switch
            {
                NavigationPropertySegment navigation => $"/{navigation.Identifier}",
                TypeSegment type => $"/{TypeName(type)}",
                _ => string.Empty,
            };
        }

        return context;
    }

    private static JsonNode? Walk(RequestScope scope, ODataPath path)
    {
        var segments = path.ToList();
        JsonNode? node = segments is [_, KeySegment table, ..] ? Table(scope, table) : AllTables(scope);
        foreach (var segment in segments.Skip(node is JsonArray ? 1 : 2))
        {
            node = segment switch
            {
                KeySegment key => Find((JsonArray)node!, key),
                NavigationPropertySegment navigation => node![navigation.Identifier],
                TypeSegment type => Cast(node!, type),
                _ => throw RefusedException.NotInSandbox($"'{segment.Identifier}' of a definition"),
            };
        }

        return node;
    }

    private static JsonArray AllTables(RequestScope scope) =>
        new JsonArray([.. scope.Schema.Tables.Select(Writer(scope).Describe)]);

    private static JsonObject Table(RequestScope scope, KeySegment key)
    {
        var id = IdOf(key);
        var table = scope.Schema.Tables.FirstOrDefault(candidate => DefinitionIds.Of(candidate.LogicalName) == id);
        return table is null ? throw Missing(key) : Writer(scope).Describe(table);
    }

    private static Guid IdOf(KeySegment table) =>
        table.Keys.First().Value is Guid id ? id : DefinitionIds.Of((string)table.Keys.First().Value);

    private static DefinitionWriter Writer(RequestScope scope) =>
        new(scope.Schema, scope.Organization.Settings.TablesWithoutOptimisticConcurrency);

    private static JsonNode Find(JsonArray definitions, KeySegment key)
    {
        var (name, value) = key.Keys.First();
        var text = value.ToString();
        return definitions.FirstOrDefault(definition => definition![name]!.ToString() == text)
            ?? throw Missing(key);
    }

    private static RefusedException Missing(KeySegment key) => new(
        HttpStatusCode.NotFound,
        ErrorCodes.ObjectDoesNotExist,
        $"There is no definition with {key.Keys.First().Key} '{key.Keys.First().Value}'.");

    private static JsonNode Cast(JsonNode node, TypeSegment segment)
    {
        var type = $"#{TypeName(segment)}";
        if (node is JsonArray list)
            return new JsonArray([.. list.Where(item => IsOf(item, type)).Select(item => item!.DeepClone())]);

        return IsOf(node, type)
            ? node
            : throw RefusedException.BadRequest(ErrorCodes.InvalidArgument, $"The definition is no '{type}'.");
    }

    private static string TypeName(TypeSegment segment) =>
        ((IEdmEntityType)segment.EdmType.AsElementType()).FullName();

    private static bool IsOf(JsonNode? node, string type) => (string?)node!["@odata.type"] == type;

    private static SandboxResponse AnswerList(
        JsonArray list, ODataQuery query, SelectExpandClause? clause, string context)
    {
        var found = DefinitionFilter.Apply(list.OfType<JsonObject>(), query.Filter)
            .Select(definition => DefinitionSelection.Apply(definition, clause));
        return Answer(new JsonObject { ["@odata.context"] = context, ["value"] = new JsonArray([.. found]) });
    }

    private static SandboxResponse AnswerOne(JsonObject definition, SelectExpandClause? clause, string context)
    {
        var answer = new JsonObject { ["@odata.context"] = $"{context}/$entity" };
        foreach (var (name, value) in DefinitionSelection.Apply(definition, clause))
            answer[name] = value?.DeepClone();
        return Answer(answer);
    }

    private static SandboxResponse Answer(JsonObject answer) =>
        SandboxResponse.FromJson(JsonSerializer.SerializeToUtf8Bytes(answer));
}
