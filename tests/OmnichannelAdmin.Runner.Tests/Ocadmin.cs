using System.Diagnostics;

namespace OmnichannelAdmin.Runner.Tests;

/// <summary>Runs <c>ocadmin</c> as a process, as a build agent would, in a folder of its own.</summary>
public sealed class Ocadmin : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocadmin");

    /// <summary>
    /// What the process finds in its environment, besides what this one has. Nothing of Azure's is passed on.
    /// </summary>
    public Dictionary<string, string> Variables { get; } = new()
    {
        ["CONTOSO_SIGN_IN_SECRET"] = "a secret of the sandbox",
    };

    /// <summary>A path in the folder.</summary>
    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Writes a file into the folder.</summary>
    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Reads a file of the folder.</summary>
    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Runs a command line.</summary>
    public async Task<OcadminResult> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", "--roll-forward", "Major", Path.Combine(AppContext.BaseDirectory, "ocadmin.dll"), .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var variable in start.Environment.Keys.ToList())
        {
            if (variable.StartsWith("AZURE_", StringComparison.Ordinal))
                start.Environment.Remove(variable);
        }

        foreach (var (name, value) in Variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new OcadminResult(process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
