using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>
/// Compares a configuration with an environment and answers with what it takes to make the two alike.
/// </summary>
[Cmdlet(VerbsCommon.New, "OcPlan")]
[OutputType(typeof(ConfigurationPlan))]
public sealed class NewOcPlanCommand : ConfigurationCmdlet
{
    /// <summary>Writes secrets to records that exist as well; those of new records always are.</summary>
    [Parameter]
    public SwitchParameter UpdateSecret { get; set; }

    /// <summary>A file to save the plan to, which Invoke-OcPlan takes.</summary>
    [Parameter]
    [PathTransformation]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(pipeline, connection, IsOn(nameof(UpdateSecret)), cancellationToken)
            .ConfigureAwait(false);
        if (OutFile is not null)
            await TextFile.WriteAsync(OutFile, plan.ToJson(), cancellationToken).ConfigureAwait(false);

        await pipeline.WriteAsync(plan).ConfigureAwait(false);
    }
}
