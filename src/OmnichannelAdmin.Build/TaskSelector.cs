namespace OmnichannelAdmin.Build;

/// <summary>Runs the task that the command line names, or the first one when it names none.</summary>
internal sealed class TaskSelector(IReadOnlyList<IBuildTask> tasks)
{
    public async Task<int> RunAsync(string[] arguments, TextWriter complaints, CancellationToken cancellationToken)
    {
        IBuildTask? task = arguments switch
        {
            [] => tasks[0],
            [var name] => tasks.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
            _ => null,
        };
        if (task is null)
        {
            await complaints.WriteLineAsync(Usage(arguments));
            return 2;
        }

        try
        {
            return await task.RunAsync(cancellationToken);
        }
        catch (BuildException failure)
        {
            await complaints.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private string Usage(string[] arguments)
    {
        IEnumerable<string> lines = tasks.Select(task => $"  {task.Name,-6} {task.Summary}");
        return $"'{string.Join(' ', arguments)}' is not a task. The tasks are:{Environment.NewLine}"
            + string.Join(Environment.NewLine, lines);
    }
}
