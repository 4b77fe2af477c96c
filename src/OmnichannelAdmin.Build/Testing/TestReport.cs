namespace OmnichannelAdmin.Build.Testing;

/// <summary>What came of a run of tests: the counts, and each test that failed.</summary>
internal sealed record TestReport(TestCounts Counts, IReadOnlyList<FailedTest> Failures)
{
    /// <summary>Nothing was run.</summary>
    public static TestReport Empty { get; } = new(default, []);

    /// <summary>Something that could not be run: it counts as one failure.</summary>
    /// <param name="place">The file, project or lane.</param>
    /// <param name="reason">Why.</param>
    public static TestReport CouldNotRun(string place, string reason) =>
        new(TestCounts.OneFailure, [new FailedTest(place, "", reason)]);

    public static TestReport operator +(TestReport left, TestReport right) =>
        new(left.Counts + right.Counts, [.. left.Failures, .. right.Failures]);

    /// <summary>
    /// The failed tests, then the closing line: whoever reads only the end of a log sees what failed.
    /// </summary>
    public override string ToString()
    {
        if (Failures.Count == 0)
            return Counts.ToString();

        return string.Join(
            Environment.NewLine, ["Failed:", .. Failures.Select(test => test.ToString()), Counts.ToString()]);
    }
}
