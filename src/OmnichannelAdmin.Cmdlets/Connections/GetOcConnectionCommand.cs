using System.Management.Automation;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Shows the runspace's open connections, the default one last.</summary>
[Cmdlet(VerbsCommon.Get, "OcConnection")]
[OutputType(typeof(OcConnection))]
public sealed class GetOcConnectionCommand : PSCmdlet
{
    /// <summary>Only the connection that commands use when they are given none.</summary>
    [Parameter]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = RunspaceConnections.Current;
        if (!Default)
            WriteObject(connections.Open, enumerateCollection: true);
        else if (connections.Default is { } connection)
            WriteObject(connection);
    }
}
