using System.Globalization;
using System.Net;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>Writes an answer to a connection.</summary>
internal sealed class ResponseWriter(Stream stream, TimeProvider time)
{
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Date", "Keep-Alive", "Transfer-Encoding",
    };

    /// <summary>Tells a waiting peer to send its body.</summary>
    public async Task WriteContinueAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes an answer; its body goes in chunks when its length is not known.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="head">What it answers, or null when that could not be read.</param>
    /// <param name="close">Whether the connection ends with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WriteAsync(
        HttpResponseMessage response, RequestHead? head, bool close, CancellationToken cancellationToken)
    {
        var mayHaveBody = (int)response.StatusCode >= 200
            && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified);
        var length = mayHaveBody ? response.Content.Headers.ContentLength : null;
        var chunked = mayHaveBody && length is null && head?.IsHttp10 != true;

        var text = Encoding.Latin1.GetBytes(Head(response, length, chunked, close));
        await stream.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        if (mayHaveBody && head?.Method != "HEAD")
            await WriteBodyAsync(response, chunked, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private string Head(HttpResponseMessage response, long? length, bool chunked, bool close)
    {
        var head = new StringBuilder();
        var reason = Line(response.ReasonPhrase ?? string.Empty);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.StatusCode} {reason}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {time.GetUtcNow():R}\r\n");
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            if (OwnHeaders.Contains(name))
                continue;
            foreach (var value in values)
                head.Append(CultureInfo.InvariantCulture, $"{name}: {Line(value)}\r\n");
        }

        if (length is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        if (chunked)
            head.Append("Transfer-Encoding: chunked\r\n");
        if (close)
            head.Append("Connection: close\r\n");
        return head.Append("\r\n").ToString();
    }

    // A line break in a value would let it write headers of its own.
    private static string Line(string value) => value.ReplaceLineEndings(" ").Replace('\0', ' ');

    private async Task WriteBodyAsync(HttpResponseMessage response, bool chunked, CancellationToken cancellationToken)
    {
        if (!chunked)
        {
            await response.Content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            return;
        }

        var chunks = new ChunkedStream(stream);
        await using (chunks.ConfigureAwait(false))
            await response.Content.CopyToAsync(chunks, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }
}
