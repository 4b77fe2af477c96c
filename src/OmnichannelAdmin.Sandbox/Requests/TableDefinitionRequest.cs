using System.Text.Json;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Table definitions: EntityDefinitions(LogicalName='…').</summary>
internal static class TableDefinitionRequest
{
    public static SandboxResponse Execute(RequestScope scope, SandboxRequest request, ODataQuery query)
    {
        if (request.Method != "GET")
            throw RefusedException.NotInSandbox("changes of table definitions");

        var segments = query.Path.ToList();
        if (segments is not [EntitySetSegment, KeySegment key])
            throw RefusedException.NotInSandbox("lists of table definitions");

        return SandboxResponse.FromJson(JsonBody.Write(writer => Write(writer, scope, Find(scope, key), query)));
    }

    private static Table Find(RequestScope scope, KeySegment key)
    {
        var value = key.Keys.First().Value;
        var table = value is string name
            ? scope.Schema.FindTable(name)
            : scope.Schema.Tables.FirstOrDefault(candidate => MetadataIds.Of(candidate) == (Guid)value);
        return table ?? throw new RefusedException(
            System.Net.HttpStatusCode.NotFound, ErrorCodes.ObjectDoesNotExist, $"There is no table '{value}'.");
    }

    private static void Write(Utf8JsonWriter writer, RequestScope scope, Table table, ODataQuery query)
    {
        var selected = query.SelectExpand?.SelectedItems.OfType<PathSelectItem>()
            .Select(item => item.SelectedPath.FirstSegment.Identifier)
            .ToHashSet(StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{scope.ServiceRoot}$metadata#EntityDefinitions/$entity");
        Text("LogicalName", table.LogicalName);
        Text("SchemaName", table.SchemaName);
        Text("EntitySetName", table.EntitySetName);
        Text("PrimaryIdAttribute", table.PrimaryId.LogicalName);
        Text("PrimaryNameAttribute", table.PrimaryName?.LogicalName);
        Text("OwnershipType", table.Ownership);
        if (IsSelected("IsOptimisticConcurrencyEnabled"))
        {
            var off = scope.Organization.Settings.TablesWithoutOptimisticConcurrency.Contains(table.LogicalName);
            writer.WriteBoolean("IsOptimisticConcurrencyEnabled", !off);
        }

        writer.WriteString("MetadataId", MetadataIds.Of(table));
        writer.WriteEndObject();

        bool IsSelected(string name) => selected is null || selected.Count == 0 || selected.Contains(name);

        void Text(string name, string? value)
        {
            if (IsSelected(name))
                writer.WriteString(name, value);
        }
    }
}
