using System.Text;

namespace OmnichannelAdmin.Sandbox.Tests;

/// <summary>Writes a $batch by hand, so that the sandbox is asked by nobody's client.</summary>
internal sealed class BatchBody
{
    /// <summary>The header that names the boundary.</summary>
    public const string ContentType = "Content-Type: multipart/mixed; boundary=batch";

    private readonly StringBuilder _text = new();

    /// <summary>Adds a request of its own.</summary>
    public BatchBody Add(string request, string? body = null, params string[] headers)
    {
        Part("batch", contentId: null, request, body, headers);
        return this;
    }

    /// <summary>Adds a change set; its operations have the Content-IDs 1, 2, 3 and so on.</summary>
    public BatchBody AddChangeSet(params (string Request, string? Body)[] operations)
    {
        Line("--batch");
        Line("Content-Type: multipart/mixed; boundary=changes");
        Line();
        for (var index = 0; index < operations.Length; index++)
            Part("changes", $"{index + 1}", operations[index].Request, operations[index].Body, []);
        Line("--changes--");
        return this;
    }

    public override string ToString() => $"{_text}--batch--\r\n";

    private void Part(string boundary, string? contentId, string request, string? body, string[] headers)
    {
        var parts = request.Split(' ', 2);
        Line($"--{boundary}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        if (contentId is not null)
            Line($"Content-ID: {contentId}");
        Line();
        Line($"{parts[0]} {(parts[1].StartsWith('$') ? "" : "/api/data/v9.2/")}{parts[1]} HTTP/1.1");
        if (body is not null)
            Line("Content-Type: application/json");
        foreach (var header in headers)
            Line(header);
        Line();
        Line(body ?? string.Empty);
    }

    private void Line(string text = "") => _text.Append(text).Append("\r\n");
}
