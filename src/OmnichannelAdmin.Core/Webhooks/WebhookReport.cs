using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>What a test of a webhook found.</summary>
public sealed record WebhookReport : CheckReport
{
    /// <summary>The base address that was tested; null when a channel has none.</summary>
    public required Uri? WebhookUrl { get; init; }

    /// <summary>The name of the channel whose webhook it is, when a channel was given.</summary>
    public string? Channel { get; init; }

    /// <summary>Half of the answers came at least this fast; null when none was measured.</summary>
    public TimeSpan? MedianLatency { get; init; }

    /// <summary>The slowest answer; null when none was measured.</summary>
    public TimeSpan? MaximumLatency { get; init; }
}
