using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Testing.Webhooks;

/// <summary>A webhook on a real socket with real TLS that answers as a test says.</summary>
public sealed class WebhookUnderTest : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _posts = new();
    private readonly LoopbackCertificate _certificate;
    private readonly LoopbackServer _server;

    /// <summary>Starts the webhook.</summary>
    /// <param name="certificate">What it shows.</param>
    /// <param name="answer">The status for the bearer of a post, which is null when it has none.</param>
    public WebhookUnderTest(X509Certificate2 certificate, Func<string?, HttpStatusCode> answer)
        : this(certificate, (bearer, _) => Task.FromResult(answer(bearer)))
    {
    }

    /// <summary>Starts a webhook that takes its time.</summary>
    public WebhookUnderTest(X509Certificate2 certificate, Func<string?, CancellationToken, Task<HttpStatusCode>> answer)
    {
        _certificate = LoopbackCertificate.Of(certificate);
        _server = LoopbackServer.Start(
            async (request, cancellationToken) =>
            {
                _posts.Enqueue(await RecordedRequest.OfAsync(request));
                return new HttpResponseMessage(
                    await answer(request.Headers.Authorization?.Parameter, cancellationToken));
            },
            new LoopbackOptions { Certificate = _certificate });
        Url = new Uri(_server.Url, "hook");
    }

    /// <summary>The base address.</summary>
    public Uri Url { get; }

    /// <summary>What was posted.</summary>
    public IReadOnlyList<RecordedRequest> Posts => [.. _posts];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
    }
}
