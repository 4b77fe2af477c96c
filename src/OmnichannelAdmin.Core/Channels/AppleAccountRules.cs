using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>What an Apple Messages for Business account must be.</summary>
public static class AppleAccountRules
{
    /// <summary>
    /// Moves each switch along with what it switches, unless it was given itself; a new survey is sent as a link.
    /// </summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="existing">The account as it is, or null for a new one.</param>
    public static void MoveSwitches(RecordValues values, AppleAccount? existing)
    {
        Switch(
            values, existing, nameof(AppleAccount.AuthenticationEnabled),
            nameof(AppleAccount.AuthSetting), nameof(AppleAccount.AuthSettingV2));
        Switch(values, existing, nameof(AppleAccount.ApplePayEnabled), nameof(AppleAccount.PaymentProfile));
        Switch(values, existing, nameof(AppleAccount.SurveyEnabled), nameof(AppleAccount.Survey));
        Switch(values, existing, nameof(AppleAccount.BotSurveyEnabled), nameof(AppleAccount.BotSurvey));
        if (existing is not null)
            return;

        Default(values, nameof(AppleAccount.SurveyMode), nameof(AppleAccount.Survey));
        Default(values, nameof(AppleAccount.BotSurveyMode), nameof(AppleAccount.BotSurvey));
    }

    /// <summary>
    /// Cleans the account's id, and refuses what an account cannot be, as far as its own values tell.
    /// </summary>
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
            ? [$"The account id '{id}' is not a GUID, as all known ones are. "
                + "Compare it with \"Copy ID\" in Apple's register."]
            : [];
    }

    /// <summary>Refuses what an account cannot be.</summary>
    /// <param name="account">The account.</param>
    /// <param name="related">What it points at.</param>
    /// <exception cref="OcValidationException">The account breaks a rule.</exception>
    public static void CheckRecord(AppleAccount account, IRelatedRecords related)
    {
        if (account.AccountId is { } id && AppleAccountId.Clean(id) is var clean && clean != id)
            throw new OcValidationException(
                nameof(AppleAccount.AccountId), "AccountIdNotClean", $"AccountId is '{id}'; write '{clean}' alone.");

        var values = RecordValues.Of(account);
        CheckMode(values, nameof(AppleAccount.SurveyMode));
        CheckMode(values, nameof(AppleAccount.BotSurveyMode));
        CheckFits(nameof(AppleAccount.Workstream), account.Workstream, related.Find<Workstream>(account.Workstream));
        CheckFits(
            nameof(AppleAccount.AuthSetting), account.AuthSetting, related.Find<AuthSetting>(account.AuthSetting));
        CheckFits(nameof(AppleAccount.AuthSettingV2), account.AuthSettingV2, related.Find<AuthSetting>(
            account.AuthSettingV2));
        CheckFits(nameof(AppleAccount.PaymentProfile), account.PaymentProfile, related.Find<PaymentProfile>(
            account.PaymentProfile));
    }

    /// <summary>
    /// Refuses a workstream, an authentication setting or a payment profile that is for another kind of channel.
    /// </summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="values">What is to be written, with references instead of names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">One is for another kind of channel.</exception>
    public static async Task CheckReferencesAsync(
        RecordStore store, RecordValues values, CancellationToken cancellationToken)
    {
        await CheckReferenceAsync<Workstream>(store, values, nameof(AppleAccount.Workstream), cancellationToken)
            .ConfigureAwait(false);
        await CheckReferenceAsync<AuthSetting>(store, values, nameof(AppleAccount.AuthSetting), cancellationToken)
            .ConfigureAwait(false);
        await CheckReferenceAsync<AuthSetting>(store, values, nameof(AppleAccount.AuthSettingV2), cancellationToken)
            .ConfigureAwait(false);
        await CheckReferenceAsync<PaymentProfile>(store, values, nameof(AppleAccount.PaymentProfile), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task CheckReferenceAsync<T>(
        RecordStore store, RecordValues values, string property, CancellationToken cancellationToken)
        where T : OcRecord
    {
        if (values[property] is RecordReference reference)
            CheckFits(property, reference, await store.FindAsync<T>(
                RecordIdentity.Of(reference.Id), cancellationToken).ConfigureAwait(false));
    }

    private static void CheckFits(string property, RecordReference? reference, OcRecord? target)
    {
        if (target is null
            || ChannelOf(target) is not { } channel
            || channel.ToString() == nameof(StreamSource.AppleMessagesForBusiness))
            return;

        throw new OcValidationException(
            property,
            $"{property}OfOtherChannel",
            $"The {TableModel.Of(target.GetType()).DisplayName} '{reference}' is for {channel}; "
            + "an account needs one for Apple Messages for Business.");
    }

    private static Enum? ChannelOf(OcRecord record) => record switch
    {
        Workstream workstream => workstream.StreamSource,
        AuthSetting setting => setting.ChannelType ?? AuthChannelType.LiveChat,
        PaymentProfile profile => profile.ChannelType,
        _ => null,
    };

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
                $"{property} is {SurveyMode.InsertInConversation}, which only live chat can do; "
                    + $"use {SurveyMode.SendLink}.");
        }
    }
}
