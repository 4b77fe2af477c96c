using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmnichannelAdmin.TestCloud;

/// <summary>
/// A proxy that leads every connection to one port of this machine, whatever host it is for, so that a program under
/// test reaches the cloud under its real names. Hosts that the cloud does not have are refused.
/// </summary>
internal sealed class ConnectProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentQueue<string> _refused = new();
    private readonly IReadOnlyCollection<string> _hosts;
    private readonly int _port;
    private readonly Task _accepting;

    public ConnectProxy(IReadOnlyCollection<string> hosts, int port)
    {
        _hosts = hosts;
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The hosts that were asked for and are none of the cloud's.</summary>
    public IReadOnlyList<string> Refused => [.. _refused];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var letter = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(letter, stop);
            head.Append((char)letter[0]);
        }

        return head.ToString();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _connections.Add(ServeAsync(client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var host = (await ReadHeadAsync(stream, _stop.Token)).Split(' ')[1].Split(':')[0];
                if (!_hosts.Contains(host))
                {
                    _refused.Enqueue(host);
                    await stream.WriteAsync(
                        "HTTP/1.1 502 Not of this cloud\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _stop.Token);
                    return;
                }

                await server.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
                await stream.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray(), _stop.Token);
                await Task.WhenAny(
                    stream.CopyToAsync(server.GetStream(), _stop.Token),
                    server.GetStream().CopyToAsync(stream, _stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The program under test is gone.
            }
        }
    }
}
