namespace OmnichannelAdmin.Webhooks;

/// <summary>How fast answers came.</summary>
internal sealed class LatencySummary
{
    private readonly List<TimeSpan> _sorted;

    public LatencySummary(IEnumerable<WebhookAnswer> answers) =>
        _sorted = [.. answers.Select(answer => answer.Elapsed).Order()];

    /// <summary>The middle one; of two, their mean.</summary>
    public TimeSpan Median => (_sorted[(_sorted.Count - 1) / 2] + _sorted[_sorted.Count / 2]) / 2;

    /// <summary>The slowest.</summary>
    public TimeSpan Maximum => _sorted[^1];
}
