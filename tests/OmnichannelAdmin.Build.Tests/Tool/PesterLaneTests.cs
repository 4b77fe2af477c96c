using OmnichannelAdmin.Build.Testing;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class PesterLaneTests
{
    private const string Json = """
        {
          "Counts": { "Passed": 20, "Failed": 1, "Skipped": 2 },
          "Failures": [ { "Place": "A.Tests.ps1", "Name": "A noun.counts", "Message": "Expected 2, but got 1." } ]
        }
        """;

    [Fact]
    public void The_counts_of_the_engine_are_read() =>
        Assert.Equal(new TestCounts(20, 1, 2), PesterLane.ReadReport(Json).Counts);

    [Fact]
    public void The_failures_of_the_engine_are_read() =>
        Assert.Equal(
            [new FailedTest("A.Tests.ps1", "A noun.counts", "Expected 2, but got 1.")],
            PesterLane.ReadReport(Json).Failures);
}
