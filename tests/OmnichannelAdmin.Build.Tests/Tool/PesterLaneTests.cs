using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class PesterLaneTests
{
    [Fact]
    public void The_counts_of_the_engine_are_read() =>
        Assert.Equal(
            new TestCounts(20, 1, 2),
            PesterLane.ReadReport("""{ "Passed": 20, "Failed": 1, "Skipped": 2 }"""));
}
