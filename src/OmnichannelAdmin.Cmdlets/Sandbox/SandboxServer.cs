using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>A sandbox that listens on this machine's loopback address until it is stopped.</summary>
public sealed class SandboxServer
{
    private readonly LoopbackServer _server;
    private readonly LoopbackCertificate? _certificate;

    internal SandboxServer(SandboxOrganization sandbox, int port, bool useTls, bool requireSignIn)
    {
        _certificate = useTls ? LoopbackCertificate.Create() : null;
        _server = LoopbackServer.Start(
            requireSignIn ? sandbox.CreateSignInHandler() : sandbox.CreateHandler(),
            new LoopbackOptions { Port = port, Certificate = _certificate });
        Sandbox = sandbox;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _server.Url;

    /// <summary>The organization's name.</summary>
    public string Organization => Sandbox.Settings.Name;

    /// <summary>The organization's GUID.</summary>
    public Guid OrganizationId => Sandbox.Settings.OrganizationId;

    /// <summary>The GUID of the tenant that applications sign in to.</summary>
    public Guid TenantId => Sandbox.Settings.TenantId;

    /// <summary>Where applications get their tokens.</summary>
    public Uri TokenEndpoint => new(Url, $"{TenantId}/oauth2/v2.0/token");

    /// <summary>The throw-away authority of its certificate, for another client to trust; null without TLS.</summary>
    public X509Certificate2? Authority => _certificate?.Authority;

    /// <summary>The organization that answers.</summary>
    internal SandboxOrganization Sandbox { get; }

    /// <summary>A transport that trusts that authority and no other; null without TLS.</summary>
    internal SocketsHttpHandler? CreateTrustingTransport() => _certificate?.CreateClientHandler();

    internal async Task StopAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _certificate?.Dispose();
    }
}
