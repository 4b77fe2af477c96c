using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// A server on a real socket of this machine that does to each request what the script says, so that a test sees what
/// the network stack makes of a broken connection.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<LoopbackStep> _script = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private int _connectionCount;

    public ScriptedServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the server listens.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>The requests that were read, head and body.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many connections were made.</summary>
    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>Reads a request, answers it and keeps the connection.</summary>
    public ScriptedServer Answer(string json, int status = 200, string header = "REQ_ID: 1") => Then(
        new LoopbackStep(ReadsRequest: true, Head(status, json.Length, header) + json, KeepsConnection: true));

    /// <summary>Cuts the connection before the request is read.</summary>
    public ScriptedServer CutBeforeReading() => Then(new LoopbackStep(ReadsRequest: false, "", KeepsConnection: false));

    /// <summary>Reads the whole request, so that it may have been carried out, and cuts the connection.</summary>
    public ScriptedServer CutAfterReading() => Then(new LoopbackStep(ReadsRequest: true, "", KeepsConnection: false));

    /// <summary>Cuts the connection in the middle of the answer's body.</summary>
    public ScriptedServer CutInBody(string json) => Then(new LoopbackStep(
        ReadsRequest: true, Head(200, json.Length, "REQ_ID: 1") + json[..(json.Length / 2)], KeepsConnection: false));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private static string Head(int status, int length, string header) =>
        $"HTTP/1.1 {status} Scripted\r\n{header}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n";

    private ScriptedServer Then(LoopbackStep step)
    {
        _script.Enqueue(step);
        return this;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connectionCount);
                _connections.Add(ServeAsync(client));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            try
            {
                while (await NextStepAsync(stream) is { } step)
                {
                    if (step.ReadsRequest)
                        _requests.Enqueue(await LoopbackRequest.ReadAsync(stream, _stop.Token));

                    await stream.WriteAsync(Encoding.UTF8.GetBytes(step.Answer), _stop.Token);
                    if (!step.KeepsConnection)
                        return;
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client or the test is gone; nobody is left to answer.
            }
        }
    }

    /// <summary>The next step, once there is something to do it to; null when the client has closed.</summary>
    private async Task<LoopbackStep?> NextStepAsync(NetworkStream stream)
    {
        var received = await stream.Socket.ReceiveAsync(new byte[1], SocketFlags.Peek, _stop.Token);
        return received > 0 && _script.TryDequeue(out var step) ? step : null;
    }
}
