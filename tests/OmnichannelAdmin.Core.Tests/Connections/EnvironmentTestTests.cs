using System.Net;
using System.Net.Sockets;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Connections.Checks;
using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Core.Tests.Connections;

/// <summary>The checks of the way to an environment, over real TLS.</summary>
public sealed class EnvironmentTestTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly Cloud _cloud = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task An_environment_over_trusted_tls_passes()
    {
        var result = await TestAsync((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        Assert.Equal(CheckOutcome.Passed, Find(result, "URL and DNS").Outcome);
        Assert.Contains("127.0.0.1", Find(result, "URL and DNS").Detail, StringComparison.Ordinal);
        Assert.Contains("Tls1", Find(result, "TLS").Detail, StringComparison.Ordinal);
        Assert.True(result.Passed);
    }

    [Fact]
    public async Task A_certificate_that_ends_within_two_weeks_is_a_warning()
    {
        // The throw-away certificate lives for a week.
        var result = await TestAsync((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        Assert.Equal(CheckOutcome.Warning, Find(result, "TLS").Outcome);
    }

    [Fact]
    public async Task A_name_that_nobody_knows_fails_and_tls_is_not_tried()
    {
        var result = await TestAsync((_, _) => throw new SocketException((int)SocketError.HostNotFound));

        Assert.Equal(CheckOutcome.Failed, Find(result, "URL and DNS").Outcome);
        Assert.Equal(CheckOutcome.Skipped, Find(result, "TLS").Outcome);
        Assert.False(result.Passed);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_fails_with_its_reason()
    {
        var result = await TestAsync((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), trusts: false);

        var check = Find(result, "TLS");
        Assert.Equal(CheckOutcome.Failed, check.Outcome);
        Assert.Contains("proxy", check.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_tls_sends_no_token()
    {
        await TestAsync((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        Assert.Contains(_cloud.Requests, request => !request.Headers.ContainsKey("Authorization"));
        Assert.DoesNotContain(
            _cloud.Requests,
            request => request.Url.AbsolutePath.EndsWith("/v9.2/", StringComparison.Ordinal)
                && request.Headers.ContainsKey("Authorization"));
    }

    private static OcCheck Find(OcTestResult result, string name) => result.Checks.Single(check => check.Name == name);

    private async Task<OcTestResult> TestAsync(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, bool trusts = true)
    {
        using var connection = await OcConnection.OpenAsync(
            new OcConnectionSettings
            {
                Environment = EnvironmentUrl.Parse(CloudIdentity.EnvironmentHost, allowUnknownHost: false),
                SignIn = "Test",
                Tokens = new SignIn.MintedTokens(_cloud.Mint),
                Transport = _cloud.CreateTransport(),
                IsOnline = true,
            },
            SilentObserver.Instance,
            CancellationToken.None);
        var network = new NetworkProbe(resolve, () => _cloud.CreateTransport(trusts));
        return await new EnvironmentTest(connection, network, SilentObserver.Instance).RunAsync(CancellationToken.None);
    }
}
