using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Closes connections and forgets their tokens.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "OcEnvironment", DefaultParameterSetName = ConnectionSet)]
public sealed class DisconnectOcEnvironmentCommand : PSCmdlet
{
    private const string ConnectionSet = "Connection";
    private const string AllSet = "All";

    /// <summary>The connections to close, or their names; without it, the runspace's default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ConnectionSet)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection[]? Connection { get; set; }

    /// <summary>Closes every connection of the runspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = RunspaceConnections.Current;
        if (All)
        {
            connections.CloseAll();
            return;
        }

        OcConnection[] meant = Connection ?? (connections.Default is { } only ? [only] : []);
        if (meant.Length == 0)
            ThrowTerminatingError(ErrorMapper.Map(new NotConnectedException(), null).ToRecord());

        foreach (var connection in meant)
            connections.Close(connection);
    }
}
