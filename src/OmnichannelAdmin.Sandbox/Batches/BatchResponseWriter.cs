using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>Writes the answer to a batch.</summary>
internal sealed class BatchResponseWriter
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly string _boundary = $"batchresponse_{Guid.NewGuid()}";

    /// <summary>Adds the answer to one operation, or the one error that a whole change set is answered with.</summary>
    public void AddSingle(SandboxResponse response, string? contentId) => WritePart(_boundary, response, contentId);

    /// <summary>Adds the answers to a change set that was carried out.</summary>
    public void AddChangeSet(IEnumerable<(SandboxResponse Response, string? ContentId)> responses)
    {
        var boundary = $"changesetresponse_{Guid.NewGuid()}";
        Line($"--{_boundary}");
        Line($"Content-Type: multipart/mixed; boundary={boundary}");
        Line();
        foreach (var (response, contentId) in responses)
            WritePart(boundary, response, contentId);
        Line($"--{boundary}--");
    }

    /// <summary>The whole answer.</summary>
    public SandboxResponse Write(HttpStatusCode status)
    {
        Line($"--{_boundary}--");
        return new SandboxResponse(status)
        {
            Body = _body.WrittenMemory,
            ContentType = $"multipart/mixed; boundary={_boundary}",
        };
    }

    private void WritePart(string boundary, SandboxResponse response, string? contentId)
    {
        Line($"--{boundary}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        if (contentId is not null)
            Line($"Content-ID: {contentId}");
        Line();
        Line(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.Status} {ReasonPhrase(response)}"));
        if (response.ContentType is not null)
            Line($"Content-Type: {response.ContentType}");
        Line("OData-Version: 4.0");
        foreach (var (name, value) in response.Headers)
            Line($"{name}: {value}");
        Line();
        _body.Write(response.Body.Span);
        Line();
    }

    private static string ReasonPhrase(SandboxResponse response)
    {
        using var message = new HttpResponseMessage(response.Status);
        return message.ReasonPhrase ?? string.Empty;
    }

    private void Line(string text = "")
    {
        Encoding.UTF8.GetBytes(text, _body);
        _body.Write("\r\n"u8);
    }
}
