using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>Shows the module at work in the sandbox. It fails where no engine can show it.</summary>
internal sealed class TourTask(Workspace workspace, EngineFinder engines, BuildTask build) : IBuildTask
{
    public string Name => "tour";

    public string Summary => "show the module at work, offline, in its sandbox (needs PowerShell)";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        PowerShellEngine engine = await engines.RequireAsync(Name, cancellationToken);
        await build.RunAsync(cancellationToken);
        return await engine.RunScriptAsync(workspace.PathOf("samples", "tour.ps1"), cancellationToken);
    }
}
