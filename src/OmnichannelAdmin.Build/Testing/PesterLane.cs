using System.Text.Json;
using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Testing;

/// <summary>Runs the Pester tests below <c>tests/pester</c> on the module as it was laid out.</summary>
internal sealed class PesterLane(Workspace workspace, PowerShellEngine engine)
{
    private static readonly TimeSpan GalleryLimit = TimeSpan.FromSeconds(90);

    private string Modules => Path.Combine(workspace.Output, "modules");

    private string Report => Path.Combine(workspace.TestResults, "pester.json");

    /// <summary>Makes sure that Pester 5 is there: installed, or saved from the gallery to <c>out</c>.</summary>
    public async Task<bool> FindPesterAsync(CancellationToken cancellationToken)
    {
        CommandResult result = await engine.CaptureScriptAsync(
            Path.Combine(workspace.Scripts, "Save-Pester.ps1"), GalleryLimit, cancellationToken, Modules);
        return result.Succeeded;
    }

    /// <summary>Runs the tests. An engine that ends without a report counts as one failure.</summary>
    public async Task<TestReport> RunAsync(CancellationToken cancellationToken)
    {
        await engine.RunScriptAsync(
            Path.Combine(workspace.Scripts, "Invoke-PesterLane.ps1"), cancellationToken, Modules, Report);
        if (File.Exists(Report))
            return ReadReport(await File.ReadAllTextAsync(Report, cancellationToken));

        return TestReport.CouldNotRun("tests/pester", "Pester did not run to its end.");
    }

    /// <summary>Reads what <c>Invoke-PesterLane.ps1</c> wrote.</summary>
    internal static TestReport ReadReport(string json) => JsonSerializer.Deserialize<TestReport>(json)!;
}
