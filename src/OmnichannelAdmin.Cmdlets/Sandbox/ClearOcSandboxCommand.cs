using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Forgets the faults that are waiting and the requests so far of a sandbox. Its rows stay.</summary>
[Cmdlet(VerbsCommon.Clear, "OcSandbox")]
public sealed class ClearOcSandboxCommand : PSCmdlet
{
    /// <summary>The connection to the sandbox; without it, the runspace's own default.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var organization = SandboxOrganizations.Find(Connection);
            organization.Faults.Clear();
            organization.Requests.Clear();
        }
        catch (Exception e) when (e is OcValidationException or NotConnectedException)
        {
            ThrowTerminatingError(ErrorMapper.Map(e, Connection).ToRecord());
        }
    }
}
