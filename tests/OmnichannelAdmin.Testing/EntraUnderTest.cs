using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.IdentityModel.Tokens;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// Microsoft Entra's token endpoint and keys on a real socket with real TLS: whoever uses its transport and asks
/// login.microsoftonline.com ends up here.
/// </summary>
public sealed class EntraUnderTest : IAsyncDisposable
{
    private readonly LoopbackCertificate _certificate = LoopbackCertificate.Create(TenantKeys.Host);
    private readonly LoopbackServer _server;
    private readonly TenantKeys _keys;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public EntraUnderTest()
    {
        _keys = new TenantKeys(TenantId);
        _server = LoopbackServer.Start(
            AnswerAsync, new LoopbackOptions { Certificate = _certificate, OtherNames = [TenantKeys.Host] });
    }

    /// <summary>The tenant.</summary>
    public Guid TenantId { get; } = new("b5122edb-5678-4def-99e2-abcdef123456");

    /// <summary>The application.</summary>
    public Guid AppId { get; } = new("9f6c021d-1234-4abc-8df7-123456789abc");

    /// <summary>What requests for tokens are answered with.</summary>
    public Func<RecordedRequest, HttpResponseMessage> TokenAnswer { get; init; } =
        _ => Answers.Error(HttpStatusCode.BadRequest, "none", "This test expects no request for a token.");

    /// <summary>The requests for tokens.</summary>
    public IReadOnlyList<RecordedRequest> TokenRequests =>
        [.. _requests.Where(request => request.Method == HttpMethod.Post)];

    /// <summary>Makes a transport that leads here.</summary>
    public HttpMessageHandler CreateTransport()
    {
        var handler = _certificate.CreateClientHandler();
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, _server.Url.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return handler;
    }

    /// <summary>A token as the platform would show it, with what a test wants different.</summary>
    public string Token(
        string? issuer = null,
        string? audience = null,
        TimeSpan? lifetime = null,
        RsaSecurityKey? key = null,
        Dictionary<string, object>? claims = null) =>
        _keys.Token(audience ?? AppId.ToString(), issuer, lifetime, key, claims);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.OfAsync(request);
        _requests.Enqueue(recorded);
        if (recorded.Method == HttpMethod.Post && recorded.Url.AbsolutePath == $"/{TenantId}/oauth2/v2.0/token")
            return TokenAnswer(recorded);

        return _keys.Publish(recorded.Url.AbsolutePath) ?? Answers.Status(HttpStatusCode.NotFound);
    }
}
