namespace OmnichannelAdmin.Workstreams;

/// <summary>
/// The kind of channel that a workstream, a rich message or an automated message is for (column
/// <c>msdyn_streamsource</c>).
/// </summary>
public enum StreamSource
{
    /// <summary>Microsoft Teams; the value has one digit less than the others.</summary>
    MicrosoftTeams = 19241000,

    /// <summary>WhatsApp.</summary>
    WhatsApp = 192300000,

    /// <summary>LINE.</summary>
    Line = 192310000,

    /// <summary>WeChat.</summary>
    WeChat = 192320000,

    /// <summary>Facebook.</summary>
    Facebook = 192330000,

    /// <summary>SMS.</summary>
    Sms = 192340000,

    /// <summary>Records, such as cases.</summary>
    EntityRecords = 192350000,

    /// <summary>Twitter.</summary>
    Twitter = 192350001,

    /// <summary>Custom messaging channels.</summary>
    Custom = 192350002,

    /// <summary>Live chat.</summary>
    LiveChat = 192360000,

    /// <summary>Voice.</summary>
    Voice = 192370000,

    /// <summary>Video.</summary>
    Video = 192380000,

    /// <summary>Co-browsing.</summary>
    CoBrowse = 192390000,

    /// <summary>Screen sharing.</summary>
    ScreenSharing = 192400000,

    /// <summary>Voice calls.</summary>
    VoiceCall = 192440000,

    /// <summary>Apple Messages for Business.</summary>
    AppleMessagesForBusiness = 192450000,

    /// <summary>Google's Business Messages, ended in July 2024.</summary>
    GoogleBusinessMessages = 192450001,
}
