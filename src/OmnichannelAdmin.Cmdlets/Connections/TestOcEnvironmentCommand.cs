using System.Management.Automation;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Connections.Checks;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Tests whether an environment, and the user in it, are ready for this module.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcEnvironment")]
[OutputType(typeof(OcTestResult), typeof(bool))]
public sealed class TestOcEnvironmentCommand : OcConnectedCmdlet
{
    /// <summary>Answers with true or false instead.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>What looks at the network.</summary>
    internal NetworkProbe Network { get; init; } = new();

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var test = new EnvironmentTest(connection, SandboxSignIn.FindProbe(connection) ?? Network, pipeline);
        var result = await test.RunAsync(cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
    }
}
