namespace OmnichannelAdmin.RichMessages;

/// <summary>
/// What a rich message shows (column <c>msdyn_ocrichobjecttype</c>). The admin center's Cards have no known value.
/// </summary>
public enum RichMessageType
{
    /// <summary>A link to a website, with a picture.</summary>
    WebsiteRichLink = 192350000,

    /// <summary>A link to a video.</summary>
    VideoRichLink = 192350001,

    /// <summary>A list to pick from.</summary>
    ListPicker = 192350002,

    /// <summary>Times to pick from.</summary>
    TimePicker = 192350003,

    /// <summary>JSON for an app of one's own.</summary>
    CustomJson = 192350004,

    /// <summary>Replies to choose from.</summary>
    SuggestedReply = 192350005,

    /// <summary>A payment by Apple Pay.</summary>
    ApplePay = 192350006,

    /// <summary>A request to sign in.</summary>
    Authentication = 192350007,

    /// <summary>A form.</summary>
    Forms = 192350009,
}
