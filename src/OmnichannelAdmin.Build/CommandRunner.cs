using System.ComponentModel;
using System.Diagnostics;

namespace OmnichannelAdmin.Build;

/// <summary>Starts other programs in the repository, with telemetry and update checks off.</summary>
internal sealed class CommandRunner(string workingFolder)
{
    /// <summary>The exit code of a program that could not be started, as a shell answers it.</summary>
    public const int NotFound = 127;

    private static readonly Dictionary<string, string> ChildEnvironment = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        // A build node that outlives its build keeps our output pipe open, and the run never ends.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
    };

    /// <summary>Runs a program whose output goes where ours goes, and answers with its exit code.</summary>
    public async Task<int> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using Process? process = TryStart(new ProcessStartInfo(program, arguments));
        if (process is null)
            return NotFound;

        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>
    /// Runs a program silently and answers with what it wrote to its standard output. A program that is still
    /// running when the limit has passed is ended.
    /// </summary>
    public async Task<CommandResult> CaptureAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process? process = TryStart(start);
        if (process is null)
            return new CommandResult(NotFound, "");

        process.StandardInput.Close();
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timer.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timer.Token);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(timer.Token);
            return new CommandResult(process.ExitCode, await output);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return new CommandResult(CommandResult.TimedOut, "");
        }
    }

    private Process? TryStart(ProcessStartInfo start)
    {
        start.WorkingDirectory = workingFolder;
        foreach ((string name, string value) in ChildEnvironment)
            start.Environment[name] = value;

        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            // The one error of a program that is not there; callers say in words what is missing.
            return null;
        }
    }
}
