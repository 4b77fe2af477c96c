using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Loopback;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.TestCloud;

/// <summary>
/// A Dataverse environment, the Entra of its tenant and the endpoints of managed identities, on this machine's
/// loopback, under their real names and over real TLS with a throw-away authority. Nothing leaves the machine.
/// </summary>
public sealed class Cloud : IAsyncDisposable
{
    // Where a virtual machine of Azure finds its managed identity.
    private const string MachineIdentityHost = "169.254.169.254";

    private static readonly string[] Hosts = [CloudIdentity.EnvironmentHost, CloudIdentity.EntraHost];

    private readonly LoopbackCertificate _certificate = LoopbackCertificate.Create(Hosts);
    private readonly SandboxOrganization _organization;
    private readonly HttpMessageInvoker _environment;
    private readonly EntraDouble _entra;
    private readonly ManagedIdentityDouble _identities;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly LoopbackServer _secure;
    private readonly LoopbackServer _plain;
    private readonly ConnectProxy _proxy;

    public Cloud()
    {
        _organization = new SandboxOrganization(
            new SandboxSettings { Url = CloudIdentity.EnvironmentUrl, TenantId = CloudIdentity.Tenant });
        _environment = new HttpMessageInvoker(_organization.CreateHandler());
        _entra = new EntraDouble(Mint, _organization.Settings.OrganizationId);
        _identities = new ManagedIdentityDouble(Mint);
        _secure = LoopbackServer.Start(
            AnswerAsync, new LoopbackOptions { Certificate = _certificate, OtherNames = Hosts });
        _plain = LoopbackServer.Start(AnswerAsync, new LoopbackOptions { OtherNames = [MachineIdentityHost] });
        _proxy = new ConnectProxy(Hosts, _secure.Url.Port);
    }

    /// <summary>The tokens.</summary>
    public TokenMint Mint { get; } = new();

    /// <summary>What the environment says to a request without a good token.</summary>
    public string Challenge { get; set; } =
        $"Bearer authorization_uri=https://{CloudIdentity.EntraHost}/{CloudIdentity.Tenant}/oauth2/authorize, "
        + $"resource_id={CloudIdentity.EnvironmentUrl}";

    /// <summary>The requests so far, all hosts together.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The requests for tokens so far.</summary>
    public IReadOnlyList<RecordedRequest> TokenRequests =>
        [.. Requests.Where(request => request.Url.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))];

    /// <summary>The proxy that leads to the cloud.</summary>
    public Uri Proxy => _proxy.Url;

    /// <summary>The hosts that were asked for and are none of the cloud's.</summary>
    public IReadOnlyList<string> RefusedHosts => _proxy.Refused;

    /// <summary>Where managed identities and the tests' own questions are answered, without TLS.</summary>
    public Uri PlainUrl => _plain.Url;

    /// <summary>The endpoint of Azure Automation's jobs.</summary>
    public Uri AutomationEndpoint => new(_plain.Url, ManagedIdentityDouble.AutomationPath);

    /// <summary>The throw-away authority's certificate.</summary>
    public string AuthorityPem => _certificate.Authority.ExportCertificatePem();

    /// <summary>A transport that finds every host here and trusts the throw-away authority.</summary>
    public HttpMessageHandler CreateTransport() => CreateTransport(trusts: true);

    /// <summary>A transport that finds every host here.</summary>
    /// <param name="trusts">Whether it trusts the throw-away authority.</param>
    public SocketsHttpHandler CreateTransport(bool trusts)
    {
        var handler = trusts ? _certificate.CreateClientHandler() : new SocketsHttpHandler();
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var port = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps
                ? _secure.Url.Port
                : _plain.Url.Port;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return handler;
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _secure.DisposeAsync();
        await _plain.DisposeAsync();
        _environment.Dispose();
        _organization.Dispose();
        _certificate.Dispose();
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var request = await RecordedRequest.OfAsync(message);
        if (request.Url.AbsolutePath.StartsWith("/test/", StringComparison.Ordinal))
            return AnswerTest(request);

        _requests.Enqueue(request);
        return request.Url.Host switch
        {
            CloudIdentity.EntraHost => _entra.Answer(request),
            CloudIdentity.EnvironmentHost when Mint.IsGood(request.Headers.GetValueOrDefault("Authorization")) =>
                await _environment.SendAsync(message, cancellationToken),
            CloudIdentity.EnvironmentHost => Unauthorized(),
            _ => _identities.Answer(request),
        };
    }

    private HttpResponseMessage Unauthorized()
    {
        var answer = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        answer.Headers.TryAddWithoutValidation("WWW-Authenticate", Challenge);
        return answer;
    }

    // What a test in another process wants to know or change.
    private HttpResponseMessage AnswerTest(RecordedRequest request)
    {
        switch (request.Url.AbsolutePath)
        {
            case "/test/requests":
                return CloudAnswers.Json(
                    Requests.Select(r => new { Method = r.Method.Method, Url = r.Url.AbsoluteUri, r.Headers, r.Body }));
            case "/test/refused-hosts":
                return CloudAnswers.Json(RefusedHosts);
            case "/test/token":
                return CloudAnswers.Json(Mint.Make());
            case "/test/revoke":
                Mint.RevokeAll();
                return CloudAnswers.Json(true);
            case "/test/challenge":
                Challenge = request.Body;
                return CloudAnswers.Json(true);
            default:
                return new HttpResponseMessage(HttpStatusCode.NotFound);
        }
    }
}
