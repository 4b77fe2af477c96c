using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>What came of sending an activity by the platform's rules.</summary>
/// <param name="Webhook">The base address of the webhook.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Attempts">The answers, in order; only the last one can be a delivery.</param>
public sealed record ActivityDelivery(Uri Webhook, Activity Activity, IReadOnlyList<WebhookAnswer> Attempts)
{
    /// <summary>Whether an attempt was answered with 200.</summary>
    public bool Delivered => Attempts[^1].IsDelivery;

    /// <summary>The last answer in words.</summary>
    public string Answer => Attempts[^1].ToString();
}
