using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Stops sandboxes that listen. The organizations stay as long as connections lead to them.</summary>
[Cmdlet(VerbsLifecycle.Stop, "OcSandbox")]
public sealed class StopOcSandboxCommand : OcCmdlet
{
    /// <summary>The server that Start-OcSandbox answered with; without it, all of this process.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public SandboxServer? Server { get; set; }

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        foreach (var server in Server is null ? SandboxServers.All : [Server])
            await SandboxServers.StopAsync(server).ConfigureAwait(false);
    }
}
