namespace OmnichannelAdmin.Webhooks;

/// <summary>A webhook did not take an activity at any of the attempts.</summary>
public sealed class ActivityDroppedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="delivery">What came of the attempts.</param>
    public ActivityDroppedException(ActivityDelivery delivery)
        : base(
            $"The webhook {delivery?.Webhook} did not take the activity at "
            + $"{delivery?.Attempts.Count} attempts; the last "
            + $"one {delivery?.Answer}. The platform would drop it now.")
    {
        ArgumentNullException.ThrowIfNull(delivery);
        Delivery = delivery;
    }

    /// <summary>What came of the attempts.</summary>
    public ActivityDelivery Delivery { get; }
}
