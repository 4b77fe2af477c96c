namespace OmnichannelAdmin.Authentication;

/// <summary>
/// The kind of channel that an authentication setting is for (column <c>msdyn_ocauthchanneltype</c>).
/// </summary>
public enum AuthChannelType
{
    /// <summary>Live chat.</summary>
    LiveChat = 192360000,

    /// <summary>Voice. This module reads such settings and does not make them.</summary>
    Voice = 192440000,

    /// <summary>Apple Messages for Business.</summary>
    AppleMessagesForBusiness = 192450000,
}
