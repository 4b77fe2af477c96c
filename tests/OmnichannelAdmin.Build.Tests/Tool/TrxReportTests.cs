using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class TrxReportTests
{
    private const string Project = "Core.Tests";

    [Fact]
    public void Passed_failed_and_skipped_tests_are_counted() =>
        Assert.Equal(new TestCounts(6, 1, 3), Read("Failed", total: 10, executed: 7, passed: 6).Counts);

    [Fact]
    public void A_run_that_failed_without_a_failed_test_counts_as_one_failure() =>
        Assert.Equal(new TestCounts(7, 1, 0), Read("Failed", total: 7, executed: 7, passed: 7).Counts);

    [Fact]
    public void A_run_without_failures_has_none() =>
        Assert.Equal(new TestCounts(7, 0, 0), Read("Completed", total: 7, executed: 7, passed: 7).Counts);

    [Fact]
    public void A_failed_test_is_listed_with_its_message()
    {
        const string Results = """
            <UnitTestResult testName="Wire.Repeats" outcome="Passed" />
            <UnitTestResult testName="Wire.Waits(seconds: 2)" outcome="Failed">
              <Output><ErrorInfo><Message>Expected 2</Message><StackTrace>at Wire</StackTrace></ErrorInfo></Output>
            </UnitTestResult>
            """;
        Assert.Equal(
            [new FailedTest(Project, "Wire.Waits(seconds: 2)", "Expected 2")],
            Read("Failed", total: 2, executed: 2, passed: 1, Results).Failures);
    }

    private static TestReport Read(string outcome, int total, int executed, int passed, string results = "")
    {
        string report = $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{results}</Results>
              <ResultSummary outcome="{outcome}">
                <Counters total="{total}" executed="{executed}" passed="{passed}" notExecuted="0" />
              </ResultSummary>
            </TestRun>
            """;
        return TrxReport.Read(Project, new StringReader(report));
    }
}
