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
    private static readonly StreamSource[] AppleAndChat =
        [StreamSource.AppleMessagesForBusiness, StreamSource.LiveChat];

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

    /// <summary>Gives a new message the channel and the locale that were not given.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="source">The message that it is made after, or null.</param>
    public static void Fill(RecordValues values, RichMessage? source)
    {
        Default(values, nameof(RichMessage.Type), source?.Type);
        Default(values, nameof(RichMessage.Channel), source?.Channel ?? StreamSource.AppleMessagesForBusiness);
        Default(values, nameof(RichMessage.Locale), source?.Locale ?? RichMessage.DefaultLocale);
        Default(values, nameof(RichMessage.AllowAgentToEdit), source?.AllowAgentToEdit);
        Default(values, nameof(RichMessage.Json), source?.Json);
    }

    /// <summary>Checks a content and puts it into the document of a message.</summary>
    /// <param name="values">What is to be written; it gets the document.</param>
    /// <param name="existing">The message as it is, or null for a new one.</param>
    /// <param name="content">The content.</param>
    /// <param name="allowGaps">Whether something required may still be missing, as in a draft.</param>
    /// <returns>What is unusual about the content.</returns>
    /// <exception cref="OcValidationException">The content breaks a rule, or is not documented for this
    /// message.</exception>
    public static IReadOnlyList<string> SetContent(
        RecordValues values, RichMessage? existing, string content, bool allowGaps)
    {
        var channel = values[nameof(RichMessage.Channel)] ?? existing?.Channel;
        if (channel is not StreamSource.AppleMessagesForBusiness)
        {
            throw new OcValidationException(
                "Content",
                "ContentNotForChannel",
                $"How a message for {channel} is stored is not documented. Use -CloneFrom, "
                    + "or give the stored document with -Json.");
        }

        var type = values[nameof(RichMessage.Type)] as RichMessageType? ?? existing?.Type;
        if (type is not { } known)
            throw new OcValidationException(
                nameof(RichMessage.Type), "TypeMissing", "Type is missing; a rich message must have one.");

        var (json, warnings) = RichMessageContent.Check(known, content, allowGaps);
        values[nameof(RichMessage.Json)] = RichMessageDocument.Wrap(json, existing?.Json);
        return warnings;
    }

    /// <summary>
    /// Refuses what a rich message cannot be: its type has to fit, and a published one has to be whole.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <exception cref="OcValidationException">The message breaks a rule.</exception>
    public static void CheckRecord(RichMessage message)
    {
        CheckFits(message.Type, RecordValues.Of(message));
        if (message.State != RecordState.Inactive)
            CheckPublishable(message.Type, message.Json);
    }

    /// <summary>Refuses what a rich message cannot be.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="existing">The message as it is, or null for a new one.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void Check(RecordValues values, RichMessage? existing)
    {
        values.Check(isNew: existing is null);
        CheckFits(values[nameof(RichMessage.Type)] as RichMessageType? ?? existing?.Type, values);
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
                "Content", "ContentMissing",
                "A published rich message needs a content. Give one, or save the message as a draft.");
        }

        if (type is { } known
            && RichMessageContent.IsDocumented(known)
            && RichMessageDocument.FindContent(json) is { } content)
            RichMessageContent.Check(known, content, allowGaps: false);
    }

    private static void Default(RecordValues values, string property, object? value)
    {
        if (values[property] is null && value is not null)
            values[property] = value;
    }

    private static void CheckFits(RichMessageType? type, RecordValues values)
    {
        if (type is { } known)
            CheckFitsType(known, values);
        if (values[nameof(RichMessage.Json)] is string json && !RichMessageDocument.IsObject(json))
            throw new OcValidationException(
                nameof(RichMessage.Json), "JsonNotObject", "Json is not the text of a JSON object.");
    }

    private static void CheckFitsType(RichMessageType type, RecordValues values)
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
