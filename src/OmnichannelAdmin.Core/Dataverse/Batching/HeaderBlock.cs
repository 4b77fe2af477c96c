using System.Text;

namespace OmnichannelAdmin.Dataverse.Batching;

/// <summary>Reads the lines before a body: a start line, if there is one, and headers up to an empty line.</summary>
internal static class HeaderBlock
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>Reads one line and moves behind it. Both CRLF and a bare LF end a line.</summary>
    public static string ReadLine(ref ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf(LineFeed);
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? ReadOnlyMemory<byte>.Empty : text[(end + 1)..];
        return Encoding.UTF8.GetString(line.Span).TrimEnd('\r');
    }

    /// <summary>Reads headers up to the empty line behind them and moves behind that.</summary>
    public static IReadOnlyDictionary<string, string> ReadHeaders(ref ReadOnlyMemory<byte> text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!text.IsEmpty && ReadLine(ref text) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }
}
