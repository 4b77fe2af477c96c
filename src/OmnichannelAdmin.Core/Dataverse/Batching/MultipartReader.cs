using System.Net.Http.Headers;
using System.Text;

namespace OmnichannelAdmin.Dataverse.Batching;

/// <summary>Splits a multipart body into its parts (RFC 2046).</summary>
internal static class MultipartReader
{
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    /// <summary>The boundary that a Content-Type names, or null when it is not multipart.</summary>
    public static string? BoundaryOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
            return null;

        var boundary = type.Parameters.FirstOrDefault(
            parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase));
        return boundary?.Value?.Trim('"');
    }

    /// <summary>
    /// The parts between the boundary's lines. What stands before the first and behind the last is no part.
    /// </summary>
    /// <returns>The parts, or null when the closing line is missing, so that the body was cut.</returns>
    public static IReadOnlyList<MultipartPart>? ReadParts(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes($"--{boundary}");
        var parts = new List<MultipartPart>();
        int? partStart = null;
        for (var lineStart = 0; lineStart < body.Length;)
        {
            var line = LineAt(body.Span, lineStart);
            var kind = KindOf(line, delimiter);
            if (kind != LineKind.Content && partStart is { } start)
                parts.Add(ReadPart(body[start..EndBefore(body.Span, start, lineStart)]));

            if (kind == LineKind.Closing)
                return parts;

            lineStart += line.Length + 1;
            if (kind == LineKind.Delimiter)
                partStart = Math.Min(lineStart, body.Length);
        }

        return null;
    }

    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> body, int start)
    {
        var length = body[start..].IndexOf(LineFeed);
        return length < 0 ? body[start..] : body.Slice(start, length);
    }

    private static LineKind KindOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> delimiter)
    {
        if (!line.StartsWith(delimiter))
            return LineKind.Content;

        var rest = line[delimiter.Length..].TrimEnd(" \t\r"u8);
        if (rest.IsEmpty)
            return LineKind.Delimiter;

        return rest.SequenceEqual("--"u8) ? LineKind.Closing : LineKind.Content;
    }

    /// <summary>The line break before a delimiter belongs to the delimiter.</summary>
    private static int EndBefore(ReadOnlySpan<byte> body, int start, int delimiterStart)
    {
        var end = delimiterStart;
        if (end > start && body[end - 1] == LineFeed)
            end--;

        if (end > start && body[end - 1] == CarriageReturn)
            end--;

        return end;
    }

    private static MultipartPart ReadPart(ReadOnlyMemory<byte> text)
    {
        var headers = HeaderBlock.ReadHeaders(ref text);
        return new MultipartPart(headers, text);
    }

    private enum LineKind
    {
        Content,
        Delimiter,
        Closing,
    }
}
