using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.RichMessages;

/// <summary>
/// Which rich message is for which channel, who may change it, and what a published one must have. Source: Microsoft's
/// page on creating rich messages, October 2025.
/// </summary>
public static class RichMessageRules
{
    private static readonly StreamSource[] Apple = [StreamSource.AppleMessagesForBusiness];
    private static readonly StreamSource[] AppleAndChat = [StreamSource.AppleMessagesForBusiness, StreamSource.LiveChat];

    private static readonly StreamSource[] SuggestedReply =
        [StreamSource.AppleMessagesForBusiness, StreamSource.LiveChat, StreamSource.WhatsApp];

    /// <summary>The kinds of channel that a type of message is for.</summary>
    public static IReadOnlyList<StreamSource> ChannelsOf(RichMessageType type) => type switch
    {
        RichMessageType.CustomJson or RichMessageType.Forms => AppleAndChat,
        RichMessageType.SuggestedReply => SuggestedReply,
        _ => Apple,
    };

    /// <summary>Whether representatives may be allowed to change messages of a type.</summary>
    public static bool TakesAgentEdits(RichMessageType type) =>
        type is not (RichMessageType.ApplePay or RichMessageType.Authentication or RichMessageType.CustomJson);

    /// <summary>Refuses what a rich message cannot be.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="existing">The message as it is, or null for a new one.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void Check(RecordValues values, RichMessage? existing)
    {
        values.Check(isNew: existing is null);
        var type = values[nameof(RichMessage.Type)] as RichMessageType? ?? existing?.Type;
        if (type is { } known)
            CheckFits(known, values);
    }

    /// <summary>Refuses to publish a message that lacks something.</summary>
    /// <param name="type">What the message shows.</param>
    /// <param name="json">The document as it would be stored.</param>
    /// <exception cref="OcValidationException">Something required is missing.</exception>
    public static void CheckPublishable(RichMessageType? type, string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            throw new OcValidationException(
                "Content", "ContentMissing", "A published rich message needs a content. Give one, or save the message as a draft.");
        }

        if (type is { } known && RichMessageContent.IsDocumented(known) && RichMessageDocument.FindContent(json) is { } content)
            RichMessageContent.Check(known, content, allowGaps: false);
    }

    private static void CheckFits(RichMessageType type, RecordValues values)
    {
        if (values[nameof(RichMessage.Channel)] is StreamSource channel && !ChannelsOf(type).Contains(channel))
        {
            throw new OcValidationException(
                nameof(RichMessage.Channel),
                "ChannelHasNoSuchMessage",
                $"A {type} message is not for {channel}, only for {string.Join(", ", ChannelsOf(type))}.");
        }

        if (values[nameof(RichMessage.AllowAgentToEdit)] is true && !TakesAgentEdits(type))
        {
            throw new OcValidationException(
                nameof(RichMessage.AllowAgentToEdit),
                "AllowAgentToEditRefused",
                $"Representatives cannot change {type} messages; leave AllowAgentToEdit out.");
        }
    }
}
