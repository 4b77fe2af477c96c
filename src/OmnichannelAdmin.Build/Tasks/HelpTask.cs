using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>
/// Writes the help file that the module carries from the pages in <c>docs/cmdlets</c>. The file is committed, since
/// a fresh machine has no engine with PlatyPS.
/// </summary>
internal sealed class HelpTask(Workspace workspace, EngineFinder engines, BuildTask build) : IBuildTask
{
    public string Name => "help";

    public string Summary => "write the module's help file from docs/cmdlets (needs Microsoft.PowerShell.PlatyPS)";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        PowerShellEngine engine = await engines.RequireAsync(Name, cancellationToken);
        await build.RunAsync(cancellationToken);
        int exitCode = await engine.RunScriptAsync(
            Path.Combine(workspace.Scripts, "Export-Help.ps1"), cancellationToken);
        return exitCode == 0 ? await build.RunAsync(cancellationToken) : exitCode;
    }
}
