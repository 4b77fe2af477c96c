using System.Text.Json.Nodes;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Runner;

/// <summary>The JSON that programs get of what the verbs answer.</summary>
internal static class JsonOutput
{
    public static JsonObject Of(PlanResult result) => new()
    {
        ["environment"] = result.Environment.AbsoluteUri,
        ["created"] = result.Created,
        ["updated"] = result.Updated,
        ["deleted"] = result.Deleted,
        ["unchanged"] = result.Unchanged,
    };

    public static JsonObject Of(ConfigurationTestResult result) => new()
    {
        ["environment"] = result.Environment.AbsoluteUri,
        ["passed"] = result.Passed,
        ["drift"] = new JsonArray([.. result.Drift.Select(Of)]),
    };

    private static JsonObject Of(PlannedChange change) => new()
    {
        ["action"] = change.Action.ToString(),
        ["section"] = change.Section,
        ["name"] = change.Name,
        ["fields"] = new JsonArray([.. change.Fields.Select(field => JsonValue.Create(field.ToString()))]),
    };
}
