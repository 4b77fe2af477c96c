using System.Net;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Sandbox.Tests;

/// <summary>An answer of the sandbox, read whole.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public JsonArray Rows => Json["value"]!.AsArray();

    public string? ErrorCode => Text.StartsWith('{') ? (string?)Json["error"]?["code"] : null;

    public string? ErrorMessage => Text.StartsWith('{') ? (string?)Json["error"]?["message"] : null;

    public string? NextLink => (string?)Json["@odata.nextLink"];

    public IEnumerable<string?> Names(string property) => Rows.Select(row => (string?)row![property]);
}
