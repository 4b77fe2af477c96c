namespace OmnichannelAdmin.RichMessages;

/// <summary>What a Custom JSON message for Apple Messages for Business holds.</summary>
internal static class CustomJsonContent
{
    private const string BalloonPlugin = "com.apple.messages.MSMessageExtensionBalloonPlugin";

    public static void Check(ContentObject content)
    {
        content.RequireText("URL");
        if (content.RequireText("bid") is { } bid && !IsExtension(bid))
        {
            throw content.Refuse(
                "bid", "NotExtension",
                $"'{bid}' must be {BalloonPlugin}, a colon, the team's id, a colon, and the extension's id.");
        }

        content.WarnOfOthers();
    }

    private static bool IsExtension(string bid) =>
        bid.Split(':') is [BalloonPlugin, { Length: > 0 }, { Length: > 0 }] && !bid.Any(char.IsWhiteSpace);
}
