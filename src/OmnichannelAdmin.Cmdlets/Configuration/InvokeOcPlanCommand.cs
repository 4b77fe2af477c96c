using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Carries out exactly a plan, or refuses because the environment has moved.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "OcPlan", SupportsShouldProcess = true)]
[OutputType(typeof(PlanResult))]
public sealed class InvokeOcPlanCommand : OcConnectedCmdlet
{
    /// <summary>The plan, or the path of the file that New-OcPlan saved it to.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Path")]
    [PlanSourceTransformation]
    public PlanSource? Plan { get; set; }

    /// <summary>
    /// Secrets by the names or references that the configuration uses, each a SecureString, such as
    /// @{ 'apple' = $secret }. They go before environment variables, files and vaults.
    /// </summary>
    [Parameter]
    public IDictionary Secret { get; set; } = new Hashtable();

    /// <inheritdoc/>
    protected override object? ErrorTarget => Plan?.Given;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var plan = await Plan!.ReadAsync(cancellationToken).ConfigureAwait(false);
        var folder = await pipeline.OnPipelineThreadAsync(CurrentFolder).ConfigureAwait(false);
        var secrets = new SecretSources(
            SecretParameter.Read(Secret), Environment.GetEnvironmentVariable, folder, new VaultSecretSource(pipeline));
        if (plan.HasChanges
            && !await pipeline.ShouldProcessAsync(plan.ToString(), $"{plan}\nGo on?").ConfigureAwait(false))
            return;

        var result = await DesiredState.ApplyAsync(
            plan, connection, secrets, pipeline, new ProgressBar(pipeline), cancellationToken)
            .ConfigureAwait(false);
        await pipeline.WriteAsync(result).ConfigureAwait(false);
    }

    // Where the prompt is; the process itself may be elsewhere.
    private string CurrentFolder() =>
        SessionState?.Path.CurrentFileSystemLocation.ProviderPath ?? Environment.CurrentDirectory;
}
