namespace OmnichannelAdmin.Build.Tests.Tool;

/// <summary>A task that does nothing but remember that it ran.</summary>
internal sealed class RecordingTask(string name) : IBuildTask
{
    public string Name => name;

    public string Summary => $"what {name} does";

    public bool HasRun { get; private set; }

    public int ExitCode { get; set; }

    public BuildException? Failure { get; set; }

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        HasRun = true;
        return Failure is null ? Task.FromResult(ExitCode) : Task.FromException<int>(Failure);
    }
}
