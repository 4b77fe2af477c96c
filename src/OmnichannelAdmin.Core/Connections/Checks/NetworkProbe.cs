using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>
/// Looks at the way to a host: its name, and the secure connection to it, through a proxy where there is one.
/// </summary>
public sealed class NetworkProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<SocketsHttpHandler> _createHandler;

    /// <summary>Makes a probe of the real network.</summary>
    public NetworkProbe()
        : this(Dns.GetHostAddressesAsync, () => new SocketsHttpHandler())
    {
    }

    /// <summary>Makes a probe.</summary>
    /// <param name="resolve">Looks a host's name up.</param>
    /// <param name="createHandler">Makes what connects.</param>
    public NetworkProbe(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<SocketsHttpHandler> createHandler)
    {
        _resolve = resolve;
        _createHandler = createHandler;
    }

    /// <summary>The proxy that leads to a URL, or null when the way is direct.</summary>
    public static Uri? ProxyTo(Uri url) =>
        HttpClient.DefaultProxy.IsBypassed(url) ? null : HttpClient.DefaultProxy.GetProxy(url);

    /// <summary>Looks a host's name up.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">
    /// The name is not known, or could not be looked up.
    /// </exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await _resolve(host, cancellationToken).ConfigureAwait(false);

    /// <summary>Connects with TLS, and sends nothing but an anonymous request.</summary>
    /// <exception cref="HttpRequestException">No secure connection came about.</exception>
    /// <exception cref="OperationCanceledException">It took more than 30 seconds, or the caller cancelled.</exception>
    public async Task<TlsFacts> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        TlsFacts? facts = null;
        using var handler = _createHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.PlaintextStreamFilter = (context, _) =>
        {
            facts = context.PlaintextStream is SslStream tls ? Read(tls) : null;
            return ValueTask.FromResult(context.PlaintextStream);
        };
        using var client = new HttpClient(handler) { Timeout = Limit };
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        return facts ?? throw new HttpRequestException($"The connection to {url.Host} is not secured by TLS.");
    }

    private static TlsFacts Read(SslStream tls)
    {
        using var certificate = new X509Certificate2(tls.RemoteCertificate!);
        return new TlsFacts(tls.SslProtocol, certificate.NotAfter.ToUniversalTime());
    }
}
