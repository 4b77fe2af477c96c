using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>
/// Shows the project at work in a sandbox: the module, or, where there is no engine to run it in, the main job with
/// <c>ocadmin</c>.
/// </summary>
internal sealed class TourTask(Workspace workspace, DotNet dotnet, EngineFinder engines, BuildTask build) : IBuildTask
{
    private const string Sample = "contoso";

    public string Name => "tour";

    public string Summary => "show the module at work, offline, in its sandbox";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        PowerShellEngine? engine = await engines.FindAsync(cancellationToken);
        if (engine is null)
            return await RunWithoutEngineAsync(cancellationToken);

        await build.RunAsync(cancellationToken);
        return await engine.RunScriptAsync(workspace.PathOf("samples", "tour.ps1"), cancellationToken);
    }

    private Task<int> RunWithoutEngineAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"The module is not shown, because {EngineFinder.Missing}. This is ocadmin instead.");
        return dotnet.TryRunAsync(
            cancellationToken,
            "run", "--configuration", "Release", "--project", workspace.PathOf("src", "OmnichannelAdmin.Runner"), "--",
            "tour", workspace.PathOf("samples", Sample, $"{Sample}.json"),
            "--var-file", workspace.PathOf("samples", Sample, "test.variables.json"));
    }
}
