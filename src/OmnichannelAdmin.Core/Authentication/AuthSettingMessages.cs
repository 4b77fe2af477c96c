using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Authentication;

/// <summary>
/// The rich messages that an authentication setting can have: only settings for Apple, and only Authentication
/// messages.
/// </summary>
public static class AuthSettingMessages
{
    /// <summary>Finds the rich messages that a setting is to have.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="setting">The setting as it is or would be.</param>
    /// <param name="wanted">The messages; null when the setting is new and none was named.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">
    /// The setting is for another kind of channel, a message is of another type, or none of the type exists at all.
    /// </exception>
    public static async Task<IReadOnlyList<RecordReference>> FindAsync(
        RecordStore store, AuthSetting setting, IReadOnlyList<RecordIdentity>? wanted,
        CancellationToken cancellationToken)
    {
        if (wanted is { Count: > 0 })
            CheckTakesMessages(setting);
        if (!setting.IsForApple)
            return [];
        if (wanted is not null)
            return await RichMessage.FindOfTypeAsync(store, wanted, RichMessageType.Authentication, cancellationToken)
                .ConfigureAwait(false);

        if (!await RichMessage.ExistsAsync(store, RichMessageType.Authentication, cancellationToken)
            .ConfigureAwait(false))
        {
            throw new OcValidationException(
                nameof(RichMessage),
                "AuthenticationMessageMissing",
                "The environment has no published rich message of the type Authentication, "
                + "without which representatives cannot ask "
                + "anybody to sign in. Make one first: New-OcRichMessage -Type Authentication.");
        }

        return [];
    }

    /// <summary>Refuses to give messages to a setting for another kind of channel.</summary>
    /// <exception cref="OcValidationException">The setting is for another kind of channel.</exception>
    public static void CheckTakesMessages(AuthSetting setting)
    {
        if (setting.IsForApple)
            return;

        throw new OcValidationException(
            nameof(RichMessage),
            "RichMessageNotForChannel",
            $"'{setting.Name}' is for {setting.ChannelType ?? AuthChannelType.LiveChat}; "
            + "only settings for Apple Messages for Business have rich messages.");
    }
}
