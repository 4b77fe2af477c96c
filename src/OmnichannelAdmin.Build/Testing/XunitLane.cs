namespace OmnichannelAdmin.Build.Testing;

/// <summary>Runs every xunit project below <c>tests</c>.</summary>
internal sealed class XunitLane(Workspace workspace, DotNet dotnet)
{
    private const string Configuration = "Release";

    // What starts a process that has to trust a throw-away authority has the trait Needs=Linux: elsewhere a process
    // takes none from SSL_CERT_FILE.
    private static readonly string[] Filter = OperatingSystem.IsLinux() ? [] : ["--filter", "Needs!=Linux"];

    /// <summary>Builds the solution and runs its test projects one after the other.</summary>
    /// <exception cref="BuildException">Something does not compile.</exception>
    public async Task<TestReport> RunAsync(CancellationToken cancellationToken)
    {
        await dotnet.RunAsync(
            cancellationToken,
            "build", workspace.PathOf(Workspace.SolutionFile), "--configuration", Configuration,
            "--verbosity", "quiet", "--nologo");

        if (Filter.Length > 0)
            Console.WriteLine("Left out: the tests that need Linux, because this is another system.");

        TestReport report = TestReport.Empty;
        foreach (string project in Projects())
            report += await RunProjectAsync(project, cancellationToken);
        return report;
    }

    private IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(workspace.PathOf("tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order();

    private async Task<TestReport> RunProjectAsync(string project, CancellationToken cancellationToken)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string path = Path.Combine(workspace.TestResults, name + ".trx");
        int exitCode = await dotnet.TryRunAsync(
            cancellationToken,
            [
                "test", project, "--configuration", Configuration, "--no-build", "--nologo",
                "--results-directory", workspace.TestResults,
                "--logger", $"trx;LogFileName={Path.GetFileName(path)}",
                .. Filter,
            ]);

        TestReport report = File.Exists(path) ? ReadReport(name, path) : TestReport.Empty;
        bool failedOtherwise = report.Counts.Failed == 0 && (exitCode != 0 || report.Counts.Passed == 0);
        return failedOtherwise
            ? report + TestReport.CouldNotRun(name, "It did not run to its end, or ran no test.")
            : report;
    }

    private static TestReport ReadReport(string project, string path)
    {
        using StreamReader reader = File.OpenText(path);
        return TrxReport.Read(project, reader);
    }
}
