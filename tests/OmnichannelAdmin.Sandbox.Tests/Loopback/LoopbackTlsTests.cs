using System.Net;
using System.Security.Authentication;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Sandbox.Tests.Loopback;

public sealed class LoopbackTlsTests : IAsyncLifetime, IDisposable
{
    private readonly LoopbackCertificate _certificate = LoopbackCertificate.Create();
    private readonly SandboxOrganization _organization = new();
    private LoopbackServer _server = null!;

    public Task InitializeAsync()
    {
        _server = LoopbackServer.Start(
            _organization.CreateHandler(), new LoopbackOptions { Certificate = _certificate });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _organization.Dispose();
        _certificate.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_client_that_trusts_the_throw_away_authority_is_served(string host)
    {
        using var client = new SandboxClient(
            _certificate.CreateClientHandler(), new UriBuilder(_server.Url) { Host = host }.Uri);

        Assert.Contains("UserId", (await client.GetAsync("WhoAmI")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_know_the_authority_refuses_it()
    {
        using var client = new HttpClient();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(_server.Url));
        Assert.IsType<AuthenticationException>(failure.InnerException);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using var other = LoopbackCertificate.Create();
        using var client = new SandboxClient(other.CreateClientHandler(), _server.Url);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("WhoAmI"));
    }

    [Fact]
    public async Task Two_hundred_connections_at_a_time_are_all_served()
    {
        using var client = new SandboxClient(_certificate.CreateClientHandler(), _server.Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => client.GetAsync("WhoAmI")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task A_peer_whose_handshake_comes_too_slowly_is_dropped()
    {
        var options = new LoopbackOptions { Certificate = _certificate };
        await using var server = LoopbackServer.Start(
            _organization.CreateHandler(), options with { Time = new LapsedTimeProvider(options.HeadTimeout) });
        using var connection = new RawConnection(server.Url);
        await connection.SendAsIsAsync("\u0016");

        Assert.Empty(await connection.ReadToEndAsync());
    }

    [Fact]
    public async Task A_peer_that_speaks_no_TLS_is_dropped()
    {
        using var connection = new RawConnection(_server.Url);
        await connection.SendAsync("GET / HTTP/1.1\nHost: localhost\n\n");

        Assert.DoesNotContain("HTTP/1.1", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
