namespace OmnichannelAdmin.Channels;

/// <summary>
/// The names of a channel's own checks, which scripts may rely on; those of its webhook come between them.
/// </summary>
public static class CustomChannelCheckNames
{
    /// <summary>The row has what a channel of its kind needs.</summary>
    public const string Row = "Row complete";

    /// <summary>The application and the tenant can be what they say they are.</summary>
    public const string App = "App and tenant";

    /// <summary>Conversations have a workstream to go to.</summary>
    public const string Workstream = "Workstream";

    /// <summary>The channel has a language.</summary>
    public const string Language = "Language";

    /// <summary>The channel's app gets a token.</summary>
    public const string Token = "Token";

    /// <summary>The platform signs its posts.</summary>
    public const string Authentication = "Webhook authentication";
}
