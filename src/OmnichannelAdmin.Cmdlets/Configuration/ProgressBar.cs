using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Shows how far the carrying out of a plan is.</summary>
internal sealed class ProgressBar(IOcPipeline pipeline) : IProgress<PlanProgress>
{
    public void Report(PlanProgress value) => pipeline.Progress(
        "Carrying out the plan", $"{value.Done} of {value.Total} changes", value.Total == 0
            ? 100
            : value.Done * 100 / value.Total);
}
