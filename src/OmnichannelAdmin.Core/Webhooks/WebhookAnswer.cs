using System.Net;

namespace OmnichannelAdmin.Webhooks;

/// <summary>What came of one attempt to post an activity.</summary>
/// <param name="Status">The status, or null when no answer came.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Failure">Why no answer came, or null.</param>
public sealed record WebhookAnswer(HttpStatusCode? Status, TimeSpan Elapsed, string? Failure)
{
    /// <summary>Whether the platform would count the activity as delivered.</summary>
    public bool IsDelivery => Status == HttpStatusCode.OK;

    /// <summary>Whether the webhook refused who asked.</summary>
    public bool IsRefusal => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <summary>Whether the webhook took the activity, be it with another status than the documented one.</summary>
    public bool IsAcceptance => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>The status and the time, or the failure, in words.</summary>
    public override string ToString() => Status is { } status
        ? $"answered {(int)status} {status} in {Elapsed.TotalMilliseconds:0} ms"
        : $"gave no answer: {Failure}";
}
