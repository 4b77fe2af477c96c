using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Connections;

/// <summary>
/// An environment that demands a token, and the Entra that its tenant signs in at, in one network in memory.
/// </summary>
internal sealed class ConnectUnderTest : IDisposable
{
    public const string Url = "https://oc-sandbox.crm4.dynamics.com";

    public ConnectUnderTest()
    {
        Organization = new SandboxOrganization(new SandboxSettings { RequireBearer = true });
        Network = new HostRouter()
            .With("oc-sandbox.crm4.dynamics.com", Organization.CreateHandler())
            .With("login.microsoftonline.com", Entra);
    }

    public SandboxOrganization Organization { get; }

    public ScriptedTransport Entra { get; } = new() { Otherwise = _ => SignInAnswers.Token("token-1") };

    public HostRouter Network { get; }

    public RunspaceConnections Connections { get; } = new();

    /// <summary>Runs the cmdlet's body as the engine would.</summary>
    /// <param name="command">The cmdlet with its parameters.</param>
    /// <param name="given">The names of the parameters.</param>
    public async Task<RecordingPipeline> RunAsync(ConnectOcEnvironmentCommand command, params string[] given)
    {
        var pipeline = new RecordingPipeline();
        command.CreateTransport = () => Network;
        command.Connections = Connections;
        command.Given = given.ToHashSet();
        command.SwitchesOn = given.ToHashSet();
        await command.RunGuardedAsync(pipeline, CancellationToken.None);
        return pipeline;
    }

    /// <summary>The connection that the cmdlet answered with.</summary>
    public static OcConnection Opened(RecordingPipeline pipeline)
    {
        Assert.Empty(pipeline.Errors);
        return Assert.IsType<OcConnection>(Assert.Single(pipeline.Output));
    }

    public void Dispose()
    {
        Connections.CloseAll();
        Organization.Dispose();
        Network.Dispose();
    }
}
