using System.Text.Json;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// One thing that the platform told a webhook, or that an app told the platform, as a Bot Framework activity. It keeps
/// the JSON that it was made of, so that nothing is lost that the properties do not know; a field whose value is of an
/// unexpected kind counts as unknown too.
/// </summary>
public sealed class Activity
{
    private const string Field = "Activity";

    private readonly JsonElement _json;

    private Activity(JsonElement json)
    {
        _json = json;
        var fields = new ActivityFields(json);
        Type = fields.Text("type");
        Id = fields.Text("id");
        ChannelId = fields.Text("channelId");
        ConversationId = fields.Id("conversation");
        From = fields.Party("from");
        Recipient = fields.Party("recipient");
        Name = fields.Text("name");
        Text = fields.Text("text");
        TextFormat = fields.Text("textFormat");
        Timestamp = fields.Text("timestamp");
        Value = fields.Value("value");
        ChannelData = fields.Value("channelData");
        Attachments = fields.Attachments("attachments");
        OtherFields = fields.Untaken();
    }

    /// <summary>What the activity is about, whichever form it came in.</summary>
    public ActivityKind Kind => Type switch
    {
        "event" => ActivityKind.Event,
        "message" => Name is null ? ActivityKind.Message : ActivityKind.Event,
        "typing" => ActivityKind.Typing,
        "endOfConversation" => ActivityKind.EndOfConversation,
        _ => ActivityKind.Other,
    };

    /// <summary>The conversation: the activity's own word, or else the path that it was posted to.</summary>
    public string? ConversationId { get; private init; }

    /// <summary>Who it is from.</summary>
    public ActivityParty? From { get; }

    /// <summary>The text of a message.</summary>
    public string? Text { get; }

    /// <summary>The name of the event, as the platform spelled it; null when the activity is none.</summary>
    public string? EventName => Kind == ActivityKind.Event ? Name : null;

    /// <summary>The type as it was sent.</summary>
    public string? Type { get; }

    /// <summary>The name as it was sent.</summary>
    public string? Name { get; }

    /// <summary>
    /// The activity's own id. The platform's samples have none, so a repeated post cannot be told by it.
    /// </summary>
    public string? Id { get; }

    /// <summary>The id of the channel's row; typing activities say <c>MessagingApi</c> instead.</summary>
    public string? ChannelId { get; }

    /// <summary>Who it is for.</summary>
    public ActivityParty? Recipient { get; }

    /// <summary>How the text is written, such as <c>markdown</c>.</summary>
    public string? TextFormat { get; }

    /// <summary>When it was made, as it was sent.</summary>
    public string? Timestamp { get; }

    /// <summary>What goes with an event, as plain values.</summary>
    public object? Value { get; }

    /// <summary>What only one channel understands, as plain values.</summary>
    public object? ChannelData { get; }

    /// <summary>The attachments.</summary>
    public IReadOnlyList<ActivityAttachment> Attachments { get; }

    /// <summary>The fields that no other property shows, as plain values.</summary>
    public IReadOnlyDictionary<string, object?> OtherFields { get; }

    /// <summary>When a receiver took it in; null when it came from elsewhere.</summary>
    public DateTimeOffset? ReceivedOn { get; private init; }

    /// <summary>Reads an activity.</summary>
    /// <param name="json">The JSON object.</param>
    /// <exception cref="OcValidationException">
    /// It is no JSON (rule <c>ActivityNotJson</c>) or no object (rule <c>ActivityNotObject</c>).
    /// </exception>
    public static Activity Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(() => JsonDocument.Parse(json.TrimStart('\uFEFF')));
    }

    /// <summary>Reads an activity.</summary>
    /// <param name="utf8Json">The JSON object in UTF-8.</param>
    /// <exception cref="OcValidationException">
    /// It is no JSON (rule <c>ActivityNotJson</c>) or no object (rule <c>ActivityNotObject</c>).
    /// </exception>
    public static Activity Parse(ReadOnlyMemory<byte> utf8Json)
    {
        ReadOnlySpan<byte> byteOrderMark = [0xEF, 0xBB, 0xBF];
        var text = utf8Json.Span.StartsWith(byteOrderMark) ? utf8Json[byteOrderMark.Length..] : utf8Json;
        return Read(() => JsonDocument.Parse(text));
    }

    /// <summary>The activity as it came in.</summary>
    /// <param name="conversationId">The conversation that the path of the post names.</param>
    /// <param name="receivedOn">The moment.</param>
    internal Activity Received(string conversationId, DateTimeOffset receivedOn) => new(_json)
    {
        ConversationId = ConversationId ?? conversationId,
        ReceivedOn = receivedOn,
    };

    /// <summary>The JSON that the activity was made of, character for character.</summary>
    public string ToJson() => _json.GetRawText();

    /// <summary>What a person wants to know first: the text, the event's name or the type.</summary>
    public override string ToString() => EventName ?? Text ?? Type ?? "";

    private static Activity Read(Func<JsonDocument> parse)
    {
        try
        {
            using var document = parse();
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new Activity(document.RootElement.Clone())
                : throw Refuse("ActivityNotObject", $"it is a JSON {document.RootElement.ValueKind}, not an object.");
        }
        catch (JsonException e)
        {
            throw Refuse("ActivityNotJson", $"it is not JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws for a text that is no Unicode.
            throw Refuse("ActivityNotJson", "it is not JSON: a text holds half a character.");
        }
    }

    private static OcValidationException Refuse(string rule, string reason) =>
        new(Field, rule, $"The activity cannot be read: {reason}");
}
