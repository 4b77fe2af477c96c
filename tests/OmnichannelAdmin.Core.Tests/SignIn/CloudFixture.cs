using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Core.Tests.SignIn;

/// <summary>A cloud on this machine's loopback, and the ways to sign in to it.</summary>
public sealed class CloudFixture : IAsyncDisposable
{
    private static readonly EnvironmentUrl Environment = EnvironmentUrl.Parse(
        CloudIdentity.EnvironmentHost, allowUnknownHost: false);

    public Cloud Cloud { get; } = new();

    public X509Certificate2 Certificate { get; } = TestCertificates.WithRsaKey();

    /// <summary>The ways to sign in at the authority that the environment names.</summary>
    public async Task<EntraSignIn> DiscoverAsync()
    {
        var discovery = new AuthorityDiscovery(
            Cloud.CreateTransport, new DataverseClientOptions { MaxAttempts = 1 }, TimeProvider.System);
        var authority = await discovery.FindAsync(
            Environment, tenant: null, SilentObserver.Instance, CancellationToken.None);
        return new EntraSignIn(Environment, authority, Cloud.CreateTransport, TimeProvider.System);
    }

    /// <summary>A source of the machine's managed identity.</summary>
    public IAccessTokenSource ManagedIdentityWith(Dictionary<string, string> variables) => ManagedIdentity.For(
        Environment, clientId: null, variables.GetValueOrDefault, Cloud.CreateTransport, TimeProvider.System);

    /// <summary>Connects to the environment.</summary>
    public Task<OcConnection> ConnectAsync(IAccessTokenSource tokens, IDataverseObserver? observer = null) =>
        OcConnection.OpenAsync(
        new OcConnectionSettings
        {
            Environment = Environment,
            SignIn = "Test",
            Tokens = tokens,
            Transport = Cloud.CreateTransport(),
            Client = new DataverseClientOptions { MaxAttempts = 1 },
        },
        observer ?? SilentObserver.Instance,
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Certificate.Dispose();
        await Cloud.DisposeAsync();
    }
}
