using System.Management.Automation;
using System.Net.Sockets;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>
/// Lets a sandbox listen on this machine's loopback address, so that any client can be pointed at it.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "OcSandbox")]
[OutputType(typeof(SandboxServer))]
public sealed class StartOcSandboxCommand : PSCmdlet
{
    /// <summary>A connection to the sandbox that is to listen; without it, a new one.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <summary>The port, 1 to 65535; without it, one that is free.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>Speaks TLS, with a throw-away certificate that only connections of this module to it trust.</summary>
    [Parameter]
    public SwitchParameter Tls { get; set; }

    /// <summary>Refuses requests without a token that the sandbox issued, as an environment does.</summary>
    [Parameter]
    public SwitchParameter RequireSignIn { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var organization = Connection is null
                ? new SandboxOrganization(new SandboxSettings())
                : SandboxOrganizations.Find(Connection);
            var server = new SandboxServer(organization, Port, Tls, RequireSignIn);
            SandboxServers.Add(server);
            WriteObject(server);
        }
        catch (SocketException e)
        {
            WriteError(new ErrorRecord(e, "SandboxPortNotFree", ErrorCategory.ResourceUnavailable, Port));
        }
        catch (OcValidationException e)
        {
            ThrowTerminatingError(Errors.ErrorMapper.Map(e, Connection).ToRecord());
        }
    }
}
