using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Messaging;

/// <summary>An activity as the platform would send it, still to be written.</summary>
public sealed record ActivityDraft
{
    // What the platform's own typing activities carry where others have the channel's id.
    private const string TypingChannelId = "MessagingApi";

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>
    /// The id of the channel's row, or null to leave it out. A typing activity says <c>MessagingApi</c> instead.
    /// </summary>
    public string? ChannelId { get; init; }

    /// <summary>The text of a message, markdown.</summary>
    public string? Text { get; init; }

    /// <summary>The attachments of a message.</summary>
    public IReadOnlyList<ActivityAttachment> Attachments { get; init; } = [];

    /// <summary>The name of an event; a draft with one is an event.</summary>
    public string? EventName { get; init; }

    /// <summary>The form that an event takes.</summary>
    public ActivityEventForm EventForm { get; init; }

    /// <summary>Who it is from, or null.</summary>
    public ActivityParty? From { get; init; }

    /// <summary>Who a typing activity is for, or null.</summary>
    public ActivityParty? Recipient { get; init; }

    /// <summary>
    /// Writes the activity: an event when it has an event's name, typing when it has no text and no attachment.
    /// </summary>
    public Activity ToActivity() => Activity.Parse(ToBody().ToJsonString());

    private JsonObject ToBody()
    {
        if (EventName is not null)
            return EventForm == ActivityEventForm.Event ? TypedEvent() : EventMessage();

        return Text is null && Attachments.Count == 0 ? Typing() : Message();
    }

    private JsonObject EventMessage()
    {
        var body = Begin("message", ChannelId);
        body["text"] = $"EventName: **_{EventName}_**";
        body["name"] = EventName;
        return body;
    }

    private JsonObject TypedEvent()
    {
        var body = Begin("event", ChannelId);
        body["name"] = EventName;
        return body;
    }

    private JsonObject Typing()
    {
        var body = Begin("typing", TypingChannelId);
        if (Recipient is not null)
            body["recipient"] = Party(Recipient);

        return body;
    }

    private JsonObject Message()
    {
        var body = Begin("message", ChannelId);
        body["textFormat"] = "markdown";
        if (Text is not null)
            body["text"] = Text;
        if (Attachments.Count > 0)
            body["attachments"] = new JsonArray([.. Attachments.Select(Attachment)]);

        return body;
    }

    private JsonObject Begin(string type, string? channelId)
    {
        var body = new JsonObject { ["type"] = type };
        if (channelId is not null)
            body["channelId"] = channelId;
        if (From is not null)
            body["from"] = Party(From);

        body["conversation"] = new JsonObject { ["id"] = ConversationId };
        return body;
    }

    private static JsonObject Party(ActivityParty party)
    {
        var body = new JsonObject();
        if (party.Id is not null)
            body["id"] = party.Id;
        if (party.Name is not null)
            body["name"] = party.Name;

        return body;
    }

    // The platform writes all five fields, empty ones as null.
    private static JsonObject Attachment(ActivityAttachment attachment) => new()
    {
        ["contentType"] = attachment.ContentType,
        ["contentUrl"] = attachment.ContentUrl,
        ["content"] = System.Text.Json.JsonSerializer.SerializeToNode(attachment.Content),
        ["name"] = attachment.Name,
        ["thumbnailUrl"] = attachment.ThumbnailUrl,
    };
}
