using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Closes connections and forgets their tokens.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "OcEnvironment")]
public sealed class DisconnectOcEnvironmentCommand : PSCmdlet
{
    /// <summary>The connection to close; without it, the runspace's default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public OcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = RunspaceConnections.Current;
        var connection = Connection ?? connections.Default;
        if (connection is null)
            ThrowTerminatingError(ErrorMapper.Map(new NotConnectedException(), null).ToRecord());
        else
            connections.Close(connection);
    }
}
