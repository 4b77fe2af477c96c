using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>What an Apple Messages for Business account must be.</summary>
public static class AppleAccountRules
{
    /// <summary>Moves each switch along with what it switches, unless it was given itself; a new survey is sent as a link.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="existing">The account as it is, or null for a new one.</param>
    public static void MoveSwitches(RecordValues values, AppleAccount? existing)
    {
        Switch(values, existing, nameof(AppleAccount.AuthenticationEnabled), nameof(AppleAccount.AuthSetting), nameof(AppleAccount.AuthSettingV2));
        Switch(values, existing, nameof(AppleAccount.ApplePayEnabled), nameof(AppleAccount.PaymentProfile));
        Switch(values, existing, nameof(AppleAccount.SurveyEnabled), nameof(AppleAccount.Survey));
        Switch(values, existing, nameof(AppleAccount.BotSurveyEnabled), nameof(AppleAccount.BotSurvey));
        if (existing is not null)
            return;

        Default(values, nameof(AppleAccount.SurveyMode), nameof(AppleAccount.Survey));
        Default(values, nameof(AppleAccount.BotSurveyMode), nameof(AppleAccount.BotSurvey));
    }

    /// <summary>Cleans the account's id, and refuses what an account cannot be, as far as its own values tell.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new account.</param>
    /// <returns>What the user should know although it is no error.</returns>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static IReadOnlyList<string> Check(RecordValues values, bool isNew)
    {
        if (values[nameof(AppleAccount.AccountId)] is string given)
            values[nameof(AppleAccount.AccountId)] = AppleAccountId.Clean(given);

        values.Check(isNew);
        CheckMode(values, nameof(AppleAccount.SurveyMode));
        CheckMode(values, nameof(AppleAccount.BotSurveyMode));
        return values[nameof(AppleAccount.AccountId)] is string id && !AppleAccountId.LooksRight(id)
            ? [$"The account id '{id}' is not a GUID, as all known ones are. Compare it with \"Copy ID\" in Apple's register."]
            : [];
    }

    /// <summary>Refuses a workstream, an authentication setting or a payment profile that is for another kind of channel.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="values">What is to be written, with references instead of names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">One is for another kind of channel.</exception>
    public static async Task CheckReferencesAsync(RecordStore store, RecordValues values, CancellationToken cancellationToken)
    {
        await CheckReferenceAsync<Workstream>(
            store, values, nameof(AppleAccount.Workstream), workstream => workstream.StreamSource, cancellationToken).ConfigureAwait(false);
        await CheckReferenceAsync<AuthSetting>(
            store, values, nameof(AppleAccount.AuthSetting), ChannelOf, cancellationToken).ConfigureAwait(false);
        await CheckReferenceAsync<AuthSetting>(
            store, values, nameof(AppleAccount.AuthSettingV2), ChannelOf, cancellationToken).ConfigureAwait(false);
        await CheckReferenceAsync<PaymentProfile>(
            store, values, nameof(AppleAccount.PaymentProfile), profile => profile.ChannelType, cancellationToken).ConfigureAwait(false);
    }

    private static Enum ChannelOf(AuthSetting setting) => setting.ChannelType ?? AuthChannelType.LiveChat;

    private static async Task CheckReferenceAsync<T>(
        RecordStore store, RecordValues values, string property, Func<T, Enum?> channelOf, CancellationToken cancellationToken)
        where T : OcRecord
    {
        if (values[property] is not RecordReference reference)
            return;

        var record = await store.FindAsync<T>(RecordIdentity.Of(reference.Id), cancellationToken).ConfigureAwait(false);
        if (channelOf(record) is not { } channel || channel.ToString() == nameof(StreamSource.AppleMessagesForBusiness))
            return;

        throw new OcValidationException(
            property,
            $"{property}OfOtherChannel",
            $"The {TableModel.Of<T>().DisplayName} '{reference}' is for {channel}; an account needs one for Apple Messages for Business.");
    }

    private static void Switch(RecordValues values, AppleAccount? existing, string flag, params string[] targets)
    {
        if (values.Has(flag) || !targets.Any(values.Has))
            return;

        values[flag] = targets.Any(target => values.Has(target) ? values[target] is not null : IsSet(existing, target));
    }

    private static bool IsSet(AppleAccount? account, string target) => target switch
    {
        nameof(AppleAccount.AuthSetting) => account?.AuthSetting is not null,
        nameof(AppleAccount.AuthSettingV2) => account?.AuthSettingV2 is not null,
        _ => false,
    };

    private static void Default(RecordValues values, string mode, string survey)
    {
        if (values[survey] is not null && !values.Has(mode))
            values[mode] = SurveyMode.SendLink;
    }

    private static void CheckMode(RecordValues values, string property)
    {
        if (values[property] is SurveyMode.InsertInConversation)
        {
            throw new OcValidationException(
                property,
                $"{property}NotForApple",
                $"{property} is {SurveyMode.InsertInConversation}, which only live chat can do; use {SurveyMode.SendLink}.");
        }
    }
}
