using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>A sandbox that listens on this machine's loopback address until it is stopped.</summary>
public sealed class SandboxServer
{
    private readonly LoopbackServer _server;
    private readonly LoopbackCertificate? _certificate;

    internal SandboxServer(SandboxOrganization organization, int port, bool useTls)
    {
        _certificate = useTls ? LoopbackCertificate.Create() : null;
        _server = LoopbackServer.Start(
            organization.CreateHandler(), new LoopbackOptions { Port = port, Certificate = _certificate });
        Organization = organization.Settings.Name;
        OrganizationId = organization.Settings.OrganizationId;
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _server.Url;

    /// <summary>The organization's name.</summary>
    public string Organization { get; }

    /// <summary>The organization's GUID.</summary>
    public Guid OrganizationId { get; }

    /// <summary>The throw-away authority behind its certificate, for another client to trust; null without TLS.</summary>
    public X509Certificate2? Authority => _certificate?.Authority;

    /// <summary>A transport that trusts that authority and no other.</summary>
    internal HttpMessageHandler? CreateTrustingTransport() => _certificate?.CreateClientHandler();

    internal async Task StopAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _certificate?.Dispose();
    }
}
