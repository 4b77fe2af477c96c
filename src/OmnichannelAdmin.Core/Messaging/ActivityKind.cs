namespace OmnichannelAdmin.Messaging;

/// <summary>What an activity is about, whichever of the published forms it came in.</summary>
public enum ActivityKind
{
    /// <summary>A type that is none of the others, or none at all; receivers must accept such activities.</summary>
    Other,

    /// <summary>Text, attachments or both.</summary>
    Message,

    /// <summary>Somebody is typing.</summary>
    Typing,

    /// <summary>
    /// Something happened to the conversation. The platform's samples send events with the type <c>message</c> and a
    /// name, its field table says <c>event</c>; both are events here.
    /// </summary>
    Event,

    /// <summary>
    /// The customer ended the conversation. The platform takes this, and does not send it to a webhook.
    /// </summary>
    EndOfConversation,
}
