using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// The path that the platform appends to a webhook: <c>/v3/conversations/{conversationId}/activities</c>.
/// </summary>
public static partial class ActivitiesPath
{
    /// <summary>Where the activities of a conversation are posted.</summary>
    /// <param name="webhook">The base address of the webhook, with or without a path.</param>
    /// <param name="conversationId">The conversation, or a placeholder for it.</param>
    public static string Append(Uri webhook, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return $"{webhook.OriginalString.TrimEnd('/')}/v3/conversations/{conversationId}/activities";
    }

    /// <summary>The conversation that the path of a post names, or null when it is another path.</summary>
    /// <param name="path">The path of a URL, escaped; whatever base path a proxy left in front of it is
    /// accepted.</param>
    public static string? ConversationIn(string path)
    {
        var match = Form().Match(path);
        return match.Success ? Uri.UnescapeDataString(match.Groups["id"].Value) : null;
    }

    [GeneratedRegex(
        @"/v3/conversations/(?<id>[^/]+)/activities/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
