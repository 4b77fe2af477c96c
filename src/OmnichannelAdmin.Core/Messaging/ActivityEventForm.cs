namespace OmnichannelAdmin.Messaging;

/// <summary>The two forms in which the platform's documentation shows events.</summary>
public enum ActivityEventForm
{
    /// <summary>The type <c>message</c> with a name and a text that repeats it, as in the published samples.</summary>
    Message,

    /// <summary>The type <c>event</c> with a name, as the published field table says.</summary>
    Event,
}
