namespace OmnichannelAdmin.Build;

/// <summary>The .NET command line.</summary>
internal sealed class DotNet(CommandRunner commands)
{
    private static readonly TimeSpan RestoreLimit = TimeSpan.FromMinutes(2);

    /// <summary>The program that this process was started with, so that there is never a second SDK in play.</summary>
    public static string Program => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs one command and answers with its exit code.</summary>
    public Task<int> TryRunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        commands.RunAsync(Program, arguments, cancellationToken);

    /// <summary>Runs one command that must succeed.</summary>
    /// <exception cref="BuildException">It did not.</exception>
    public async Task RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        int exitCode = await TryRunAsync(cancellationToken, arguments);
        if (exitCode != 0)
            throw new BuildException($"'dotnet {string.Join(' ', arguments)}' ended with {exitCode}; see above.");
    }

    /// <summary>Fetches the tools of <c>.config/dotnet-tools.json</c>, silently when the registry lacks them.</summary>
    public async Task<bool> TryRestoreToolsAsync(CancellationToken cancellationToken)
    {
        CommandResult result = await commands.CaptureAsync(
            Program, ["tool", "restore"], RestoreLimit, cancellationToken);
        return result.Succeeded;
    }
}
