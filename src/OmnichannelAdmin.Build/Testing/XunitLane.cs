namespace OmnichannelAdmin.Build.Testing;

/// <summary>Runs every xunit project below <c>tests</c>.</summary>
internal sealed class XunitLane(Workspace workspace, DotNet dotnet)
{
    private const string Configuration = "Release";

    /// <summary>Builds the solution and runs its test projects one after the other.</summary>
    /// <exception cref="BuildException">Something does not compile.</exception>
    public async Task<TestCounts> RunAsync(CancellationToken cancellationToken)
    {
        await dotnet.RunAsync(
            cancellationToken,
            "build", workspace.PathOf(Workspace.SolutionFile), "--configuration", Configuration,
            "--verbosity", "quiet", "--nologo");

        TestCounts counts = default;
        foreach (string project in Projects())
            counts += await RunProjectAsync(project, cancellationToken);
        return counts;
    }

    private IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(workspace.PathOf("tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order();

    private async Task<TestCounts> RunProjectAsync(string project, CancellationToken cancellationToken)
    {
        string report = Path.Combine(workspace.TestResults, Path.GetFileNameWithoutExtension(project) + ".trx");
        int exitCode = await dotnet.TryRunAsync(
            cancellationToken,
            "test", project, "--configuration", Configuration, "--no-build", "--nologo",
            "--results-directory", workspace.TestResults,
            "--logger", $"trx;LogFileName={Path.GetFileName(report)}");

        TestCounts counts = File.Exists(report) ? ReadReport(report) : default;
        bool failedOtherwise = counts.Failed == 0 && (exitCode != 0 || counts.Passed == 0);
        if (!failedOtherwise)
            return counts;

        Console.WriteLine($"{Path.GetFileName(project)} did not run to its end, or ran no test: one failure.");
        return counts + TestCounts.OneFailure;
    }

    private static TestCounts ReadReport(string path)
    {
        using StreamReader reader = File.OpenText(path);
        return TrxReport.Read(reader);
    }
}
