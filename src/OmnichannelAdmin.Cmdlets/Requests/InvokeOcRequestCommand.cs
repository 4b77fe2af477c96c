using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Requests;

/// <summary>Sends any Web API request on the connection: its sign-in, its retries, its log.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "OcRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeOcRequestCommand : OcConnectedCmdlet
{
    /// <summary>
    /// The path and query below /api/data/v9.2/, escaped as in a URL; or an absolute URL in the environment.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Uri")]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PATCH", "PUT", "DELETE")]
    public string Method { get; set; } = "GET";

    /// <summary>The body: a hashtable, an object, or JSON text.</summary>
    [Parameter]
    public object? Body { get; set; }

    /// <summary>Headers to add. Authorization and Host are refused.</summary>
    [Parameter]
    public IDictionary Headers { get; set; } = new Hashtable();

    /// <summary>How many rows a page of a collection may have, 1 to 5000; without it the environment decides.</summary>
    [Parameter]
    [ValidateRange(1, 5000)]
    public int PageSize { get; set; }

    /// <summary>Stops after the first page of a collection. Without it all pages are read, one at a time.</summary>
    [Parameter]
    public SwitchParameter FirstPageOnly { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var request = Request();
        if (request.Method != HttpMethod.Get && !await MayWriteAsync(pipeline, connection).ConfigureAwait(false))
            return;

        var response = await connection.SendAsync(request, pipeline, cancellationToken).ConfigureAwait(false);
        if (response.Body is not { } body)
            return;

        if (!IsCollection(body, out var rows))
        {
            await pipeline.WriteAsync(ResponseObject.Of(body)!).ConfigureAwait(false);
            return;
        }

        await WriteRowsAsync(pipeline, rows.EnumerateArray()).ConfigureAwait(false);
        if (!IsOn(nameof(FirstPageOnly)) && NextPage(body) is { } next)
            await WritePagesAsync(pipeline, connection, request with { Path = next }, cancellationToken)
                .ConfigureAwait(false);
    }

    private static bool IsCollection(JsonElement body, out JsonElement rows)
    {
        rows = default;
        return body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("value", out rows)
            && rows.ValueKind == JsonValueKind.Array;
    }

    private static string? NextPage(JsonElement body) =>
        body.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;

    private static async Task WriteRowsAsync(IOcPipeline pipeline, IEnumerable<JsonElement> rows)
    {
        foreach (var row in rows)
            await pipeline.WriteAsync(ResponseObject.Of(row)!).ConfigureAwait(false);
    }

    private static async Task WritePagesAsync(
        IOcPipeline pipeline, OcConnection connection, DataverseRequest next, CancellationToken cancellationToken)
    {
        await foreach (
            var page in connection.Client.ReadPagesAsync(next, pipeline, cancellationToken).ConfigureAwait(false))
            await WriteRowsAsync(pipeline, page.Rows).ConfigureAwait(false);
    }

    private Task<bool> MayWriteAsync(IOcPipeline pipeline, OcConnection connection)
    {
        var action = $"Send {Method} {Path} to {connection.Environment.Host}.";
        return pipeline.ShouldProcessAsync(action, $"{action}\nGo on?");
    }

    private DataverseRequest Request() => new(new HttpMethod(Method.ToUpperInvariant()), Path.TrimStart('/'))
    {
        Body = RequestBody.Of(Body),
        Headers = Headers.Cast<DictionaryEntry>().ToDictionary(
            entry => entry.Key.ToString()!, entry => entry.Value?.ToString() ?? ""),
        Preferences = PageSize > 0
            ? ["odata.include-annotations=\"*\"", $"odata.maxpagesize={PageSize}"]
            : ["odata.include-annotations=\"*\""],
    };
}
