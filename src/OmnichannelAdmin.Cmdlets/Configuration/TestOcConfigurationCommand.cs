using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Tells whether an environment is as a configuration says. It only reads.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcConfiguration")]
[OutputType(typeof(ConfigurationTestResult), typeof(bool))]
public sealed class TestOcConfigurationCommand : ConfigurationCmdlet
{
    /// <summary>Answers true or false instead of a result.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>A file to write the result to as JUnit XML, a test case per record.</summary>
    [Parameter]
    [PathTransformation]
    public string? JUnitPath { get; set; }

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(pipeline, connection, updateSecrets: false, cancellationToken).ConfigureAwait(false);
        var result = new ConfigurationTestResult(plan);
        if (JUnitPath is not null)
            await TextFile.WriteAsync(JUnitPath, JUnitReport.Write(result), cancellationToken).ConfigureAwait(false);

        await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
    }
}
