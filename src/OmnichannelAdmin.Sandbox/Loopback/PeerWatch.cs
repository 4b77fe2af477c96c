using System.Net.Sockets;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>
/// Cancels the work on a request when the peer breaks the connection. A peer that only closes its own side still waits
/// for the answer, so that cancels nothing.
/// </summary>
internal sealed class PeerWatch : IDisposable
{
    private readonly CancellationTokenSource _broken;
    private readonly CancellationTokenSource _done = new();

    public PeerWatch(Socket socket, CancellationToken stop)
    {
        _broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _ = WatchAsync(socket);
    }

    /// <summary>The token.</summary>
    public CancellationToken Token => _broken.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _done.Cancel();
        _done.Dispose();
        _broken.Dispose();
    }

    private async Task WatchAsync(Socket socket)
    {
        try
        {
            await socket.ReceiveAsync(new byte[1], SocketFlags.Peek, _done.Token).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            CancelUnlessDone();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The answer is there, or the server has ended.
        }
    }

    private void CancelUnlessDone()
    {
        try
        {
            _broken.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer was there just before.
        }
    }
}
