using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Cmdlets.Tests.Connections;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Tests.Sandbox;

/// <summary>A sandbox that listens, and whoever signs in to it.</summary>
internal sealed class SandboxServerUnderTest : IAsyncDisposable
{
    public SandboxServerUnderTest(bool useTls = true)
    {
        Server = new SandboxServer(Organization, port: 0, useTls, requireSignIn: true);
        SandboxServers.Add(Server);
        Url = Server.Url.AbsoluteUri;
    }

    public SandboxOrganization Organization { get; } = new();

    public SandboxServer Server { get; }

    /// <summary>What a connection is opened to.</summary>
    public string Url { get; init; }

    /// <summary>Everything else that there is to sign in to.</summary>
    public ConnectUnderTest Elsewhere { get; } = new();

    /// <summary>Registers an application.</summary>
    public async Task<SandboxApplication> AddAsync(AddOcSandboxApplicationCommand command, params string[] switches)
    {
        command.Server = Server;
        var pipeline = await CmdletBody.RunAsync(command, switches: switches);
        Assert.Empty(pipeline.Errors);
        return Assert.IsType<SandboxApplication>(Assert.Single(pipeline.Output));
    }

    /// <summary>Connects with a secret.</summary>
    public Task<RecordingPipeline> ConnectAsync(Guid appId, SecureString secret, string? tenant = null) =>
        Elsewhere.RunAsync(
            new ConnectOcEnvironmentCommand { Url = Url, TenantId = tenant, ClientId = appId, ClientSecret = secret },
            "Url",
            "ClientId",
            "ClientSecret");

    /// <summary>Connects with a certificate.</summary>
    public Task<RecordingPipeline> ConnectAsync(Guid appId, X509Certificate2 certificate) => Elsewhere.RunAsync(
        new ConnectOcEnvironmentCommand { Url = Url, ClientId = appId, Certificate = certificate },
        "Url",
        "ClientId",
        "Certificate");

    public async ValueTask DisposeAsync()
    {
        Elsewhere.Dispose();
        await SandboxServers.StopAsync(Server);
        Organization.Dispose();
    }
}
