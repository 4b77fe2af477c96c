using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>What a test of a workstream found.</summary>
public sealed record WorkstreamReport : CheckReport
{
    /// <summary>The workstream.</summary>
    public required RecordReference Workstream { get; init; }
}
