using System.Globalization;
using System.Net;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>Reads the body of a request whole, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes read at a time, so that a length that is only announced reserves no memory.</summary>
    private const int Portion = 64 * 1024;

    /// <summary>The most bytes of a chunk's size line, and of each trailer.</summary>
    private const int LineLimit = 1024;

    private const int TrailerLimit = 64;

    /// <summary>Reads the body that a head announces.</summary>
    /// <exception cref="BadRequestException">It is too large or malformed.</exception>
    /// <exception cref="EndOfStreamException">The peer closed before its end.</exception>
    public static async ValueTask<byte[]> ReadAsync(
        ConnectionReader reader, RequestHead head, long limit, CancellationToken cancellationToken)
    {
        var body = new ByteCollector(limit);
        if (head.IsChunked)
            await ReadChunksAsync(reader, body, limit, cancellationToken).ConfigureAwait(false);
        else if (head.ContentLength is { } length)
            await ReadPortionsAsync(reader, body, length, cancellationToken).ConfigureAwait(false);

        return body.Bytes.ToArray();
    }

    /// <summary>Refuses an announced body that is too large.</summary>
    /// <exception cref="BadRequestException">It is.</exception>
    public static void CheckLength(long length, long limit)
    {
        if (length > limit)
        {
            throw new BadRequestException(
                HttpStatusCode.RequestEntityTooLarge, $"The body is larger than {limit} bytes.");
        }
    }

    private static async ValueTask ReadChunksAsync(
        ConnectionReader reader, ByteCollector body, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var size = await ReadChunkSizeAsync(reader, cancellationToken).ConfigureAwait(false);
            if (size == 0)
                break;

            CheckLength(body.Bytes.Length + size, limit);
            await ReadPortionsAsync(reader, body, size, cancellationToken).ConfigureAwait(false);
            if (await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false) != string.Empty)
                throw new BadRequestException("A chunk is longer than its size.");
        }

        await SkipTrailersAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<long> ReadChunkSizeAsync(
        ConnectionReader reader, CancellationToken cancellationToken)
    {
        var line = await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false);
        var digits = line.Split(';')[0].TrimEnd();
        return digits.Length is > 0 and < 16
            && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new BadRequestException("A chunk's size is no hexadecimal number.");
    }

    private static async ValueTask SkipTrailersAsync(ConnectionReader reader, CancellationToken cancellationToken)
    {
        for (var count = 0; count < TrailerLimit; count++)
        {
            if ((await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false)).Length == 0)
                return;
        }

        throw new BadRequestException(HttpStatusCode.RequestHeaderFieldsTooLarge, "There are too many trailers.");
    }

    private static async ValueTask ReadPortionsAsync(
        ConnectionReader reader, ByteCollector body, long length, CancellationToken cancellationToken)
    {
        for (var left = length; left > 0;)
        {
            var portion = (int)Math.Min(left, Portion);
            await reader.ReadExactlyAsync(body.Reserve(portion), cancellationToken).ConfigureAwait(false);
            left -= portion;
        }
    }

    private static async ValueTask<string> ReadLineAsync(
        ConnectionReader reader, CancellationToken cancellationToken) =>
        await reader.ReadLineAsync(LineLimit, cancellationToken).ConfigureAwait(false)
        ?? throw new EndOfStreamException("The peer closed the connection inside a body.");
}
