using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// Microsoft Entra's token endpoint and keys on a real socket with real TLS: whoever uses its transport and asks
/// login.microsoftonline.com ends up here.
/// </summary>
public sealed class EntraUnderTest : IAsyncDisposable
{
    private const string Host = "login.microsoftonline.com";

    private readonly LoopbackCertificate _certificate = LoopbackCertificate.Create(Host);
    private readonly LoopbackServer _server;
    private readonly RsaSecurityKey _key = NewKey();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public EntraUnderTest() => _server = LoopbackServer.Start(
        AnswerAsync, new LoopbackOptions { Certificate = _certificate, OtherNames = [Host] });

    /// <summary>The tenant.</summary>
    public Guid TenantId { get; } = new("b5122edb-5678-4def-99e2-abcdef123456");

    /// <summary>The application.</summary>
    public Guid AppId { get; } = new("9f6c021d-1234-4abc-8df7-123456789abc");

    /// <summary>What requests for tokens are answered with.</summary>
    public Func<RecordedRequest, HttpResponseMessage> TokenAnswer { get; init; } =
        _ => Answers.Error(HttpStatusCode.BadRequest, "none", "This test expects no request for a token.");

    /// <summary>The requests for tokens.</summary>
    public IReadOnlyList<RecordedRequest> TokenRequests => [.. _requests.Where(request => request.Method == HttpMethod.Post)];

    /// <summary>A key that this authority does not publish.</summary>
    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

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
        Dictionary<string, object>? claims = null)
    {
        var now = DateTime.UtcNow;
        var end = now + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? $"https://{Host}/{TenantId}/v2.0",
            Audience = audience ?? AppId.ToString(),
            Claims = claims,
            NotBefore = end.AddHours(-2),
            Expires = end,
            SigningCredentials = new SigningCredentials(key ?? _key, SecurityAlgorithms.RsaSha256),
        });
    }

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
        if (recorded.Url.AbsolutePath == $"/{TenantId}/v2.0/.well-known/openid-configuration")
            return Answers.Json(Metadata().ToJsonString());

        return recorded.Url.AbsolutePath == "/keys" ? Answers.Json(Keys().ToJsonString()) : Answers.Status(HttpStatusCode.NotFound);
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = $"https://{Host}/{TenantId}/v2.0",
        ["jwks_uri"] = $"https://{Host}/keys",
    };

    private JsonObject Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = key.Kty,
                ["use"] = "sig",
                ["kid"] = key.KeyId,
                ["n"] = key.N,
                ["e"] = key.E,
            }),
        };
    }
}
