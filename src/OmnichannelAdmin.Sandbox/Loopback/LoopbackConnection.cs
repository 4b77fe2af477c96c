using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>Serves one connection: request after request, each read whole before it is answered.</summary>
internal sealed class LoopbackConnection(
    Socket socket,
    int port,
    LoopbackOptions options,
    Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle,
    CancellationToken abort)
{
    private readonly string _scheme = options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;

    /// <summary>Serves until the peer or the server ends it. Never throws.</summary>
    public async Task ServeAsync(CancellationToken stop)
    {
        try
        {
            var network = new NetworkStream(socket, ownsSocket: true);
            await using (network.ConfigureAwait(false))
                await ServeAsync(network, stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException
            or AuthenticationException or ObjectDisposedException)
        {
            // The peer is gone, too slow, or does not speak TLS: nobody is left to be told.
        }
    }

    private async Task ServeAsync(NetworkStream network, CancellationToken stop)
    {
        if (options.Certificate is null)
        {
            await ServeRequestsAsync(network, stop).ConfigureAwait(false);
            return;
        }

        var tls = new SslStream(network);
        await using (tls.ConfigureAwait(false))
        {
            using (var limit = Limit(options.HeadTimeout, stop))
            {
                var server = new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = options.Certificate.Context,
                };
                await tls.AuthenticateAsServerAsync(server, limit.Token).ConfigureAwait(false);
            }

            await ServeRequestsAsync(tls, stop).ConfigureAwait(false);
        }
    }

    private async Task ServeRequestsAsync(Stream stream, CancellationToken stop)
    {
        var reader = new ConnectionReader(stream);
        var writer = new ResponseWriter(stream, options.Time);
        while (await WaitForRequestAsync(reader, stop).ConfigureAwait(false))
        {
            if (!await ServeRequestAsync(reader, writer, stop).ConfigureAwait(false))
                return;
        }
    }

    private async Task<bool> WaitForRequestAsync(ConnectionReader reader, CancellationToken stop)
    {
        using var limit = Limit(options.IdleTimeout, stop);
        return await reader.WaitAsync(limit.Token).ConfigureAwait(false);
    }

    // False ends the connection.
    private async Task<bool> ServeRequestAsync(ConnectionReader reader, ResponseWriter writer, CancellationToken stop)
    {
        RequestHead? head = null;
        try
        {
            head = await ReadHeadAsync(reader, stop).ConfigureAwait(false);
            if (head is null)
                return false;

            using var request = await ReadRequestAsync(head, reader, writer, stop).ConfigureAwait(false);
            using var response = await HandleAsync(request, stop).ConfigureAwait(false);
            await WriteAsync(writer, response, head, head.IsLast).ConfigureAwait(false);
            return !head.IsLast;
        }
        catch (BadRequestException exception)
        {
            await RefuseAsync(writer, head, exception.Status, exception.Message, stop).ConfigureAwait(false);
            return false;
        }
    }

    private async Task<RequestHead?> ReadHeadAsync(ConnectionReader reader, CancellationToken stop)
    {
        using var limit = Limit(options.HeadTimeout, stop);
        try
        {
            return await RequestHead.ReadAsync(reader, options.MaxHeadBytes, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new BadRequestException(HttpStatusCode.RequestTimeout, "The request took too long to arrive.");
        }
    }

    private async Task<HttpRequestMessage> ReadRequestAsync(
        RequestHead head, ConnectionReader reader, ResponseWriter writer, CancellationToken stop)
    {
        var names = IPAddress.IsLoopback(options.Address) ? options.OtherNames : null;
        var url = RequestTarget.Resolve(head, _scheme, port, names);
        RequestBody.CheckLength(head.ContentLength ?? 0, options.MaxBodyBytes);
        using var limit = Limit(options.BodyTimeout, stop);
        try
        {
            if (head.ExpectsContinue)
                await writer.WriteContinueAsync(limit.Token).ConfigureAwait(false);
            var body = await RequestBody.ReadAsync(reader, head, options.MaxBodyBytes, limit.Token)
                .ConfigureAwait(false);
            return ToMessage(head, url, body);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new BadRequestException(HttpStatusCode.RequestTimeout, "The body took too long to arrive.");
        }
    }

    private static HttpRequestMessage ToMessage(RequestHead head, Uri url, byte[] body)
    {
        var message = new HttpRequestMessage(new HttpMethod(head.Method), url);
        message.Content = new ByteArrayContent(body);
        foreach (var (name, value) in head.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private async Task<HttpResponseMessage> HandleAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var broken = new PeerWatch(socket, stop);
        try
        {
            return await handle(request, broken.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            Abort();
            throw new IOException("The handler broke the connection.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new BadRequestException(HttpStatusCode.InternalServerError, "The server failed.");
        }
    }

    private async Task RefuseAsync(
        ResponseWriter writer, RequestHead? head, HttpStatusCode status, string message, CancellationToken stop)
    {
        using var response = new HttpResponseMessage(status) { Content = new StringContent(message) };
        await WriteAsync(writer, response, head, close: true).ConfigureAwait(false);
        await DrainAsync(stop).ConfigureAwait(false);
    }

    // What the handler has answered still reaches a peer that reads it when the server stops meanwhile.
    private async Task WriteAsync(ResponseWriter writer, HttpResponseMessage response, RequestHead? head, bool close)
    {
        using var limit = Limit(options.AnswerTimeout, abort);
        await writer.WriteAsync(response, head, close, limit.Token).ConfigureAwait(false);
    }

    // Closing on bytes that were not read would reset the connection, and the peer would lose the answer. So the rest
    // is read for a moment, and thrown away.
    private async Task DrainAsync(CancellationToken stop)
    {
        const int Most = 1024 * 1024;
        using var limit = Limit(TimeSpan.FromSeconds(1), stop);
        socket.Shutdown(SocketShutdown.Send);
        var waste = new byte[16 * 1024];
        for (var read = 0; read < Most;)
        {
            var count = await socket.ReceiveAsync(waste, limit.Token).ConfigureAwait(false);
            if (count == 0)
                return;
            read += count;
        }
    }

    private void Abort() => socket.Close(timeout: 0);

    private TimeLimit Limit(TimeSpan time, CancellationToken stop) => new(time, options.Time, stop);
}
