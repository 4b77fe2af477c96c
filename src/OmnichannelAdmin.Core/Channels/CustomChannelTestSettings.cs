using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Channels;

/// <summary>How to test custom messaging channels.</summary>
public sealed record CustomChannelTestSettings
{
    /// <summary>How to test their webhooks.</summary>
    public required WebhookTestSettings Webhook { get; init; }

    /// <summary>Asked before anything is posted to a webhook; null posts nothing.</summary>
    public Func<Uri, Task<bool>>? MayPost { get; init; }

    /// <summary>What a channel's app proves itself with, or null to ask for no token.</summary>
    public AppCredential? Credential { get; init; }

    /// <summary>Gets the tokens.</summary>
    public required MessagingSignIn SignIn { get; init; }
}
