namespace OmnichannelAdmin.Build.Testing;

/// <summary>A test that failed, or a file or project that could not be run.</summary>
/// <param name="Place">The test file or project.</param>
/// <param name="Name">The test's whole name; empty where nothing of the file or project was run.</param>
/// <param name="Message">Why it failed.</param>
internal sealed record FailedTest(string Place, string Name, string Message)
{
    private const int MostLines = 4;

    /// <summary>
    /// Where and which, and below it the first lines of the message: enough to know it again in a log.
    /// </summary>
    public override string ToString()
    {
        string[] lines = Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string heading = Name.Length == 0 ? Place : $"{Place}: {Name}";
        return string.Join(Environment.NewLine + "    ", [$"  {heading}", .. lines.Take(MostLines)]);
    }
}
