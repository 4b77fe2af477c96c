using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>
/// Makes a sandbox one of an older solution: a lookup is neither in its definitions, nor can it be asked for.
/// </summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="column">The logical name of the lookup.</param>
internal sealed class ColumnRemover(HttpMessageHandler sandbox, string column) : DelegatingHandler(sandbox)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (Names(Uri.UnescapeDataString(request.RequestUri!.Query)) || body.Contains($"\"{column}@odata.bind\""))
            return Refusal(request);

        var answer = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri.AbsolutePath.Contains("EntityDefinitions") && answer.IsSuccessStatusCode)
            answer.Content = await WithoutColumnAsync(answer.Content, cancellationToken);

        return answer;
    }

    private bool Names(string query) => query.Contains($"_{column}_value", StringComparison.Ordinal);

    private HttpResponseMessage Refusal(HttpRequestMessage request) => new(HttpStatusCode.BadRequest)
    {
        RequestMessage = request,
        Content = Json(new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = "0x80060888",
                ["message"] = $"Could not find a property named '_{column}_value'.",
            },
        }),
    };

    private async Task<HttpContent> WithoutColumnAsync(HttpContent definition, CancellationToken cancellationToken)
    {
        var json = JsonNode.Parse(await definition.ReadAsStringAsync(cancellationToken))!;
        var attributes = json["Attributes"]!.AsArray();

        // A table's own key may have the name of a lookup to it.
        if ((string)json["LogicalName"]! + "id" == column)
            return Json(json);

        foreach (var attribute in attributes.Where(attribute => (string)attribute!["LogicalName"]! == column).ToList())
            attributes.Remove(attribute);

        return Json(json);
    }

    private static StringContent Json(JsonNode json) => new(json.ToJsonString(), Encoding.UTF8, "application/json");
}
