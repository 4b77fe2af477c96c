using System.Net;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>Reads lines and counted bytes from a connection; what comes early waits for the next request.</summary>
internal sealed class ConnectionReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Waits for the first byte of the next request.</summary>
    /// <returns>False when the peer has nothing more to say.</returns>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _start < _end || await FillAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Reads a line without its end.</summary>
    /// <param name="limit">The most bytes, the end included.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The line, or null when the peer closed before its end.</returns>
    /// <exception cref="BadRequestException">The line is too long, or holds a bare carriage return or NUL.</exception>
    public async ValueTask<string?> ReadLineAsync(int limit, CancellationToken cancellationToken)
    {
        var line = new ByteCollector(limit);
        while (true)
        {
            var index = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            var end = index < 0 ? _end : index + 1;
            if (!line.Add(_buffer.AsSpan(_start, end - _start)))
            {
                throw new BadRequestException(
                    HttpStatusCode.RequestHeaderFieldsTooLarge, "The request line and headers are too long.");
            }

            _start = end;
            if (index >= 0)
                return ToLine(line.Bytes);
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return null;
        }
    }

    /// <summary>Reads so many bytes.</summary>
    /// <exception cref="EndOfStreamException">The peer closed before.</exception>
    public async ValueTask ReadExactlyAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (!target.IsEmpty)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new EndOfStreamException("The peer closed the connection inside a body.");

            var count = Math.Min(target.Length, _end - _start);
            _buffer.AsMemory(_start, count).CopyTo(target);
            _start += count;
            target = target[count..];
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }

    // A bare line feed ends no line: peers that disagree about that disagree about where a request ends.
    private static string ToLine(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 || bytes[^2] != (byte)'\r')
            throw new BadRequestException("A line does not end in CRLF.");

        var text = bytes[..^2];
        if (text.IndexOfAny((byte)'\r', (byte)0) >= 0)
            throw new BadRequestException("A line holds a carriage return or a NUL.");
        return Encoding.Latin1.GetString(text);
    }
}
