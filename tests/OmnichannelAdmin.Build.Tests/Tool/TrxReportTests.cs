using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class TrxReportTests
{
    [Fact]
    public void Passed_failed_and_skipped_tests_are_counted() =>
        Assert.Equal(new TestCounts(6, 1, 3), Read("Failed", total: 10, executed: 7, passed: 6));

    [Fact]
    public void A_run_that_failed_without_a_failed_test_counts_as_one_failure() =>
        Assert.Equal(new TestCounts(7, 1, 0), Read("Failed", total: 7, executed: 7, passed: 7));

    [Fact]
    public void A_run_without_failures_has_none() =>
        Assert.Equal(new TestCounts(7, 0, 0), Read("Completed", total: 7, executed: 7, passed: 7));

    private static TestCounts Read(string outcome, int total, int executed, int passed)
    {
        string report = $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <ResultSummary outcome="{outcome}">
                <Counters total="{total}" executed="{executed}" passed="{passed}" notExecuted="0" />
              </ResultSummary>
            </TestRun>
            """;
        return TrxReport.Read(new StringReader(report));
    }
}
