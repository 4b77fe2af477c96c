using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>What a test of an environment and of the way to it found.</summary>
public sealed record EnvironmentReport : CheckReport
{
    /// <summary>The environment and the user, as people know them.</summary>
    public required string Subject { get; init; }

    /// <summary>The environment.</summary>
    public required Uri Environment { get; init; }

    /// <summary>When the test was made.</summary>
    public required DateTimeOffset TestedOn { get; init; }

    /// <summary>The subject and the outcome.</summary>
    public override string ToString() => $"{Subject}: {(Passed ? "passed" : "failed")}";
}
