using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// Sends activities to a webhook by the platform's rules: one attempt may take 10 seconds, anything but 200 is tried
/// again up to three times, then the activity is dropped. The platform does not say how long it waits between the
/// attempts; here it is one second.
/// </summary>
public sealed class ActivitySender : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly WebhookClient _client;
    private readonly TimeProvider _time;

    /// <summary>Makes a sender.</summary>
    /// <param name="trustedRoots">The only roots to trust, or null to trust what this machine does.</param>
    /// <param name="time">The clock.</param>
    public ActivitySender(X509Certificate2Collection? trustedRoots, TimeProvider time)
    {
        _time = time;
        _client = new WebhookClient(new CertificateTrust(trustedRoots), WebhookLimits.AnswerWithin, time);
    }

    /// <summary>Sends an activity.</summary>
    /// <param name="webhook">The base address: HTTPS, or HTTP on this machine itself.</param>
    /// <param name="activity">The activity; its conversation is part of the address.</param>
    /// <param name="bearer">The token to sign it with, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">The address or the activity cannot be sent.</exception>
    public async Task<ActivityDelivery> SendAsync(
        Uri webhook, Activity activity, string? bearer, CancellationToken cancellationToken)
    {
        Check(webhook, activity);
        var attempts = new List<WebhookAnswer>();
        while (true)
        {
            attempts.Add(await _client.PostAsync(webhook, activity, bearer, cancellationToken).ConfigureAwait(false));
            if (attempts[^1].IsDelivery || attempts.Count > WebhookLimits.Retries)
                return new ActivityDelivery(webhook, activity, attempts);

            await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static void Check(Uri webhook, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(activity);
        if (!webhook.IsAbsoluteUri
            || (webhook.Scheme != Uri.UriSchemeHttps && !(webhook.Scheme == Uri.UriSchemeHttp && webhook.IsLoopback)))
        {
            throw new OcValidationException(
                "WebhookUrl",
                "WebhookUrlNotHttps",
                $"WebhookUrl: '{webhook.OriginalString}' is neither an absolute https:// URL nor "
                    + "http:// on this machine.");
        }

        if (string.IsNullOrEmpty(activity.ConversationId))
        {
            throw new OcValidationException(
                "Activity",
                "ActivityHasNoConversation",
                "The activity names no conversation (conversation.id), "
                    + "which is part of the address that it is posted to.");
        }
    }
}
