namespace OmnichannelAdmin.Build.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct TestCounts(int Passed, int Failed, int Skipped)
{
    /// <summary>A lane, or a project of it, that could not run: it must not look like success.</summary>
    public static TestCounts OneFailure => new(0, 1, 0);

    /// <summary>Zero only when something passed and nothing failed.</summary>
    public int ExitCode => Failed == 0 && Passed > 0 ? 0 : 1;

    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>The closing line, word for word.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
