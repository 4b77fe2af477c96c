using System.Net;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>An answer, of a request or of an operation of a batch.</summary>
internal sealed class SandboxResponse(HttpStatusCode status)
{
    /// <summary>JSON as Dataverse sends it.</summary>
    public const string Json = "application/json; odata.metadata=minimal";

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The headers other than those of the body.</summary>
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of the body, or null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>An answer without a body.</summary>
    public static SandboxResponse NoContent() => new(HttpStatusCode.NoContent);

    /// <summary>An answer with a JSON body.</summary>
    public static SandboxResponse FromJson(ReadOnlyMemory<byte> json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Body = json, ContentType = Json };

    /// <summary>An answer with a text.</summary>
    public static SandboxResponse FromText(
        string text, string contentType = "text/plain", HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Body = Encoding.UTF8.GetBytes(text), ContentType = contentType };

    /// <summary>Adds a header unless its value is null.</summary>
    public SandboxResponse With(string name, string? value)
    {
        if (value is not null)
            Headers.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }
}
