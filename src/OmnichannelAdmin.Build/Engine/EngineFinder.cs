namespace OmnichannelAdmin.Build.Engine;

/// <summary>Finds PowerShell: the one on PATH, else the one that <c>.config/dotnet-tools.json</c> names.</summary>
internal sealed class EngineFinder(CommandRunner commands, DotNet dotnet)
{
    /// <summary>Why nothing was found, to be put after "because".</summary>
    public const string Missing =
        "no PowerShell 7.4 or later was found: none on PATH, and 'dotnet tool restore' could not fetch one";

    /// <summary>How a person gets an engine.</summary>
    public const string Advice =
        "Install PowerShell 7.4 or later (https://aka.ms/powershell) so that 'pwsh' is on PATH, and run this again.";

    /// <summary>Answers with an engine, or nothing when none can be had.</summary>
    public async Task<PowerShellEngine?> FindAsync(CancellationToken cancellationToken)
    {
        PowerShellEngine installed = new(commands, "pwsh", []);
        if (await installed.IsUsableAsync(cancellationToken))
            return installed;

        if (!await dotnet.TryRestoreToolsAsync(cancellationToken))
            return null;

        PowerShellEngine tool = new(commands, DotNet.Program, ["tool", "run", "pwsh", "--"]);
        return await tool.IsUsableAsync(cancellationToken) ? tool : null;
    }

    /// <summary>Answers with an engine for a task that can do nothing without one.</summary>
    /// <exception cref="BuildException">None can be had.</exception>
    public async Task<PowerShellEngine> RequireAsync(string task, CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken)
        ?? throw new BuildException($"'{task}' cannot run, because {Missing}.{Environment.NewLine}{Advice}");
}
