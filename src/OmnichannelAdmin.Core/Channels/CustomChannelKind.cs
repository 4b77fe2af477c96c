namespace OmnichannelAdmin.Channels;

/// <summary>
/// What carries a custom messaging channel (column <c>msdyn_occustomchannelid</c>). Kik, Telegram and Google's Business
/// Messages have left the product; rows of theirs may still exist.
/// </summary>
public enum CustomChannelKind
{
    /// <summary>An Azure bot through Direct Line.</summary>
    DirectLine = 192350000,

    /// <summary>Kik, removed from the product in October 2024.</summary>
    Kik = 192350001,

    /// <summary>Telegram, removed from the product in October 2024.</summary>
    Telegram = 192350002,

    /// <summary>Google's Business Messages, ended in July 2024.</summary>
    GoogleBusinessMessages = 192350004,

    /// <summary>The Messaging API: an app registration and a webhook.</summary>
    MessagingApi = 192350005,
}
