namespace OmnichannelAdmin.Webhooks;

/// <summary>What the platform allows a webhook. The waits between its attempts are not published.</summary>
public static class WebhookLimits
{
    /// <summary>How long a webhook may take to answer one attempt.</summary>
    public static TimeSpan AnswerWithin { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an activity is sent again before it is dropped.</summary>
    public static int Retries => 3;
}
