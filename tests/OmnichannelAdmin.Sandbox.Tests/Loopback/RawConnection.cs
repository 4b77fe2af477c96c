using System.Net.Sockets;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Tests.Loopback;

/// <summary>A TCP connection on which a test writes and reads what it likes.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient _tcp;
    private readonly NetworkStream _stream;

    public RawConnection(Uri server)
    {
        _tcp = new TcpClient(server.Host, server.Port);
        _stream = _tcp.GetStream();
    }

    public async Task SendAsync(string text) =>
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n")));

    public async Task SendAsIsAsync(string text) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Breaks the connection, without a word to the server that it ends.</summary>
    public void Break()
    {
        _tcp.LingerState = new LingerOption(true, 0);
        _tcp.Client.Close(0);
    }

    public void CloseSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Reads until the text has come, and answers all that came.</summary>
    public async Task<string> ReadUntilAsync(string text, int times = 1)
    {
        using var patience = new CancellationTokenSource(Patience);
        var all = new StringBuilder();
        var buffer = new byte[4096];
        while (all.ToString().Split(text).Length <= times)
        {
            var count = await _stream.ReadAsync(buffer, patience.Token);
            if (count == 0)
                throw new EndOfStreamException($"The server closed after: {all}");
            all.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return all.ToString();
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var all = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(all, patience.Token);
        }
        catch (IOException)
        {
            // A reset ends it as well.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    public void Dispose() => _tcp.Dispose();
}
