using OmnichannelAdmin.Channels;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Which webhook is meant, and which channel's it is as far as that is known.</summary>
/// <param name="Source">What the user gave, as the target of an error.</param>
/// <param name="Url">The base address, or null when the channel has none.</param>
/// <param name="Channel">The channel's name, or null.</param>
public sealed record WebhookTarget(object Source, Uri? Url, string? Channel = null)
{
    /// <summary>The channel's GUID.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>The application that the channel's webhook is called for.</summary>
    public Guid? AppId { get; init; }

    /// <summary>The tenant of that application.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>The base address.</summary>
    /// <exception cref="OcValidationException">The channel has none.</exception>
    internal Uri RequiredUrl => Url ?? throw new OcValidationException(
        "WebhookUrl", "ChannelHasNoWebhook", $"'{Channel}' has no webhook; only channels of the Messaging API do.");

    /// <summary>The webhook of a channel.</summary>
    internal static WebhookTarget Of(CustomChannel channel, object source) =>
        new(source, channel.WebhookUrl, channel.Name)
    {
        ChannelId = channel.Id,
        AppId = GuidIn(channel.AppId),
        TenantId = GuidIn(channel.TenantId),
    };

    private static Guid? GuidIn(string? text) => Guid.TryParse(text, out var guid) ? guid : null;
}
