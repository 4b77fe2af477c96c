using System.Management.Automation;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Shows the runspace's open connections, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "OcConnection", DefaultParameterSetName = NameSet)]
[OutputType(typeof(OcConnection))]
public sealed class GetOcConnectionCommand : PSCmdlet
{
    private const string NameSet = "Name";
    private const string DefaultSet = "Default";

    /// <summary>The names of connections; wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Only the connection that commands use when they are given none.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DefaultSet)]
    public SwitchParameter Default { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var connections = RunspaceConnections.Current;
        if (!Default)
            WriteObject(connections.Open.Where(IsMeant), enumerateCollection: true);
        else if (connections.Default is { } connection)
            WriteObject(connection);
    }

    private bool IsMeant(OcConnection connection) =>
        Name is null
            || Name.Any(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(connection.Name ?? ""));
}
