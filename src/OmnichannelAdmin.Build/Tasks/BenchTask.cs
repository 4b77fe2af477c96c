using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>Measures the hot paths of Core, and how long the module takes to import.</summary>
internal sealed class BenchTask(Workspace workspace, DotNet dotnet, EngineFinder engines, BuildTask build) : IBuildTask
{
    public string Name => "bench";

    public string Summary => "measure the hot paths, and the import where there is PowerShell";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await build.RunAsync(cancellationToken);
        await dotnet.RunAsync(
            cancellationToken,
            "run", "--project", workspace.PathOf("tests", "benchmarks"), "--configuration", "Release",
            "--verbosity", "quiet");

        PowerShellEngine? engine = await engines.FindAsync(cancellationToken);
        if (engine is not null)
        {
            return await engine.RunScriptAsync(
                Path.Combine(workspace.Scripts, "Measure-Import.ps1"), cancellationToken);
        }

        Console.WriteLine($"Left out: the time of the import, because {EngineFinder.Missing}.");
        return 0;
    }
}
