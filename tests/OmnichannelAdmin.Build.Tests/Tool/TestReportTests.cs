using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class TestReportTests
{
    [Fact]
    public void A_run_without_failures_ends_with_the_counts_alone() =>
        Assert.Equal("12 passed, 0 failed, 3 skipped", new TestReport(new TestCounts(12, 0, 3), []).ToString());

    [Fact]
    public void The_failed_tests_of_both_lanes_stand_just_before_the_counts()
    {
        TestReport xunit = new(new TestCounts(4, 1, 0), [new FailedTest("Core.Tests", "Wire.Repeats", "Expected 2")]);
        TestReport pester = new(new TestCounts(3, 1, 0), [new FailedTest("A.Tests.ps1", "A noun.counts", "No table")]);
        Assert.Equal(
            [
                "Failed:",
                "  Core.Tests: Wire.Repeats",
                "    Expected 2",
                "  A.Tests.ps1: A noun.counts",
                "    No table",
                "7 passed, 2 failed, 0 skipped",
            ],
            Lines(xunit + pester));
    }

    [Fact]
    public void A_file_that_could_not_be_run_is_named_and_counts_as_one_failure() =>
        Assert.Equal(
            ["Failed:", "  A.Tests.ps1", "    It does not parse.", "0 passed, 1 failed, 0 skipped"],
            Lines(TestReport.CouldNotRun("A.Tests.ps1", "It does not parse.")));

    [Fact]
    public void Only_the_first_lines_of_a_message_are_shown() =>
        Assert.Equal(
            ["  A.Tests.ps1: A noun", "    one", "    two", "    three", "    four"],
            Lines(new FailedTest("A.Tests.ps1", "A noun", "one\r\n\r\n  two\nthree\nfour\nfive")));

    private static string[] Lines(object shown) => shown.ToString()!.Split(Environment.NewLine);
}
