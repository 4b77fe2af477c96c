using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>Keeps what it was told, in the order in which it was told.</summary>
internal sealed class ProgressList : IProgress<PlanProgress>
{
    public List<PlanProgress> Told { get; } = [];

    public void Report(PlanProgress value) => Told.Add(value);
}
