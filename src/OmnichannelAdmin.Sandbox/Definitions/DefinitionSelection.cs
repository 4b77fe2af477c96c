using System.Text.Json.Nodes;
using Microsoft.OData.UriParser;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>Cuts a definition down to what $select and $expand ask for.</summary>
internal static class DefinitionSelection
{
    public static JsonObject Apply(JsonObject definition, SelectExpandClause? clause)
    {
        var items = clause?.SelectedItems.ToList() ?? [];
        var selected = items.OfType<PathSelectItem>()
            .Select(item => item.SelectedPath.FirstSegment.Identifier)
            .ToHashSet(StringComparer.Ordinal);
        var result = new JsonObject();
        foreach (var (name, value) in definition)
        {
            var isPart = DefinitionWriter.Parts.Contains(name);
            var isWanted = selected.Count == 0 || selected.Contains(name) || name is "MetadataId" or "@odata.type";
            if (!isPart && isWanted)
                result[name] = value?.DeepClone();
        }

        foreach (var item in items.OfType<ExpandedNavigationSelectItem>())
            Expand(definition, result, item);
        return result;
    }

    private static void Expand(JsonObject definition, JsonObject result, ExpandedNavigationSelectItem item)
    {
        var name = item.PathToNavigationProperty.LastSegment.Identifier;
        result[name] = definition[name] switch
        {
            JsonArray list => new JsonArray([.. DefinitionFilter.Apply(list.OfType<JsonObject>(), item.FilterOption)
                .Select(part => Apply(part, item.SelectAndExpand))]),
            JsonObject part => Apply(part, item.SelectAndExpand),
            _ => null,
        };
    }
}
