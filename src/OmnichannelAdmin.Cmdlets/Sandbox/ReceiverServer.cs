using System.Net;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Sandbox.Loopback;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>The small HTTP server of the sandbox in front of an activity receiver.</summary>
internal sealed class ReceiverServer : IAsyncDisposable
{
    private readonly LoopbackCertificate? _certificate;
    private readonly LoopbackServer _server;

    /// <exception cref="System.Net.Sockets.SocketException">The address or the port cannot be had.</exception>
    public ReceiverServer(ActivityReceiver receiver, IPAddress address, int port, X509Certificate2? certificate)
    {
        _certificate = certificate is null ? null : LoopbackCertificate.Of(certificate);
        _server = LoopbackServer.Start(receiver.AnswerAsync, new LoopbackOptions
        {
            Address = address,
            Port = port,
            Certificate = _certificate,
            MaxBodyBytes = ActivityReceiver.MaxBodyBytes,
        });
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _server.Url;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _certificate?.Dispose();
    }
}
