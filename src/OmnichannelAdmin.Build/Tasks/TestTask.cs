using OmnichannelAdmin.Build.Engine;
using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>
/// Runs both lanes of tests, xunit and Pester, and ends with the tests that failed and one line that counts both
/// together. The Pester lane needs PowerShell and Pester; where one cannot be had, a line says that it was left out.
/// </summary>
internal sealed class TestTask(Workspace workspace, DotNet dotnet, EngineFinder engines, BuildTask build) : IBuildTask
{
    public string Name => "test";

    public string Summary => "run the xunit tests, and the Pester tests where there is PowerShell";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        TestReport report = await RunLanesAsync(cancellationToken);
        Console.WriteLine(report);
        return report.Counts.ExitCode;
    }

    private async Task<TestReport> RunLanesAsync(CancellationToken cancellationToken)
    {
        try
        {
            Workspace.MakeEmpty(workspace.TestResults);
            await build.RunAsync(cancellationToken);
            TestReport xunit = await new XunitLane(workspace, dotnet).RunAsync(cancellationToken);
            return xunit + await RunPesterAsync(cancellationToken);
        }
        catch (BuildException failure)
        {
            return TestReport.CouldNotRun("build", failure.Message);
        }
    }

    private async Task<TestReport> RunPesterAsync(CancellationToken cancellationToken)
    {
        PowerShellEngine? engine = await engines.FindAsync(cancellationToken);
        if (engine is null)
            return LeaveOutPester(EngineFinder.Missing);

        PesterLane lane = new(workspace, engine);
        if (!await lane.FindPesterAsync(cancellationToken))
            return LeaveOutPester("Pester 5 is not installed and the PowerShell Gallery did not answer with it");

        return await lane.RunAsync(cancellationToken);
    }

    private static TestReport LeaveOutPester(string reason)
    {
        Console.WriteLine($"Left out: the Pester lane, because {reason}.");
        return TestReport.Empty;
    }
}
