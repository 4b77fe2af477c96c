using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class TestCountsTests
{
    [Fact]
    public void The_closing_line_names_all_three_counts() =>
        Assert.Equal("12 passed, 0 failed, 3 skipped", new TestCounts(12, 0, 3).ToString());

    [Fact]
    public void Two_lanes_are_counted_together() =>
        Assert.Equal(new TestCounts(11, 22, 33), new TestCounts(1, 2, 3) + new TestCounts(10, 20, 30));

    [Theory]
    [InlineData(5, 0, 0, 0)]
    [InlineData(5, 0, 2, 0)]
    [InlineData(5, 1, 0, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 4, 1)]
    public void The_exit_code_is_zero_only_when_something_passed_and_nothing_failed(
        int passed, int failed, int skipped, int exitCode) =>
        Assert.Equal(exitCode, new TestCounts(passed, failed, skipped).ExitCode);
}
