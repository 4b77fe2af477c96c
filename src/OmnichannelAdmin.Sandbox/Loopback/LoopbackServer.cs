using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>
/// A small HTTP/1.1 server, on 127.0.0.1 unless told otherwise, in front of a message handler or a function. It keeps
/// connections alive, reads pipelined requests, chunked bodies and <c>Expect: 100-continue</c>, and is strict about
/// everything else.
/// An <see cref="HttpRequestException"/> out of the handler breaks the connection; any other exception is answered 500
/// without its text.
/// </summary>
/// <remarks>
/// PowerShell cannot load ASP.NET Core, and HttpListener speaks no TLS on Linux; hence a server of its own.
/// </remarks>
public sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly TcpListener _listener;
    private readonly LoopbackOptions _options;
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> _handle;
    private readonly IDisposable? _owned;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly SemaphoreSlim _places;
    private readonly ConcurrentDictionary<Task, bool> _connections = [];
    private readonly Task _accepting;
    private readonly int _port;
    private int _disposed;

    private LoopbackServer(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle,
        LoopbackOptions options,
        IDisposable? owned)
    {
        _handle = handle;
        _options = options;
        _owned = owned;
        _places = new SemaphoreSlim(options.MaxConnections);
        _listener = new TcpListener(options.Address, options.Port);
        _listener.Start(backlog: 512);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Url = UrlOf(options, _port);
        _accepting = AcceptAsync();
    }

    /// <summary>Where the server listens.</summary>
    public Uri Url { get; }

    /// <summary>How many connections are open.</summary>
    public int Connections => _connections.Count;

    /// <summary>Starts a server in front of a function.</summary>
    /// <param name="handle">
    /// Answers a request. Its URL has the origin that the client used; its body is there whole. The server disposes of
    /// the answer.
    /// </param>
    /// <param name="options">How to listen, or null for the defaults.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackServer Start(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle, LoopbackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handle);
        return new LoopbackServer(handle, options ?? new LoopbackOptions(), owned: null);
    }

    /// <summary>Starts a server in front of a message handler, which it owns.</summary>
    /// <param name="handler">Answers the requests.</param>
    /// <param name="options">How to listen, or null for the defaults.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static LoopbackServer Start(HttpMessageHandler handler, LoopbackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var invoker = new HttpMessageInvoker(handler);
        return new LoopbackServer(invoker.SendAsync, options ?? new LoopbackOptions(), invoker);
    }

    /// <summary>
    /// Stops listening, cancels what is under way, and waits until all connections have ended. An answer that is there
    /// already, or that a handler gives because it was cancelled, has two seconds to reach its peer.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        await _stop.CancelAsync().ConfigureAwait(false);
        _abort.CancelAfter(Farewell);
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        _owned?.Dispose();
        _places.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    // A certificate is for a name rather than for an address.
    private static Uri UrlOf(LoopbackOptions options, int port) => options.Certificate is null
        ? new Uri($"http://{new IPEndPoint(options.Address, port)}/")
        : new Uri($"https://{(IPAddress.IsLoopback(options.Address) ? "localhost" : Dns.GetHostName())}:{port}/");

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
                Serve(await _listener.AcceptSocketAsync(_stop.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                // The peer gave up before it was accepted.
                _places.Release();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Serve(Socket socket)
    {
        socket.NoDelay = true;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections.TryAdd(ended.Task, true);
        _ = Task.Run(() => ServeAsync(socket, ended));
    }

    private async Task ServeAsync(Socket socket, TaskCompletionSource ended)
    {
        try
        {
            var connection = new LoopbackConnection(socket, _port, _options, _handle, _abort.Token);
            await connection.ServeAsync(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
            _connections.TryRemove(ended.Task, out _);
            ended.SetResult();
        }
    }
}
