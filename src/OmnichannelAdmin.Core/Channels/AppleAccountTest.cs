using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>Finds out what an Apple Messages for Business account lacks before customers can write to it.</summary>
public sealed class AppleAccountTest
{
    private readonly RecordStore _store;
    private readonly OcConnection _connection;

    /// <summary>Makes a test.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="store">The connection's records.</param>
    public AppleAccountTest(OcConnection connection, RecordStore store)
    {
        _connection = connection;
        _store = store;
    }

    /// <summary>Looks at an account and at what it uses.</summary>
    public async Task<OcTestResult> RunAsync(AppleAccount account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var checks = new CheckList();
        checks.Add(AppleAccountCheckNames.State, CheckState(account));
        checks.Add(AppleAccountCheckNames.AccountId, CheckAccountId(account));
        await checks.RunAsync(AppleAccountCheckNames.Workstream, () => CheckWorkstreamAsync(account, cancellationToken))
            .ConfigureAwait(false);
        checks.Add(AppleAccountCheckNames.Language, CheckLanguage(account));
        await checks.RunAsync(
            AppleAccountCheckNames.Authentication, () => CheckAuthenticationAsync(account, cancellationToken))
            .ConfigureAwait(false);
        await checks.RunAsync(AppleAccountCheckNames.ApplePay, () => CheckApplePayAsync(account, cancellationToken))
            .ConfigureAwait(false);
        checks.Add(AppleAccountCheckNames.Survey, CheckSurvey(account));
        checks.Add(AppleAccountCheckNames.MspEndpoint, CheckEndpoint());
        return checks.ResultFor(account.Name, _connection.Environment, _connection.Time);
    }

    private static CheckVerdict CheckState(AppleAccount account) => account.State == RecordState.Inactive
        ? CheckVerdict.Failed("It is inactive.", "Activate it in the environment.")
        : CheckVerdict.Passed("It is active.");

    private static CheckVerdict CheckAccountId(AppleAccount account)
    {
        if (string.IsNullOrWhiteSpace(account.AccountId))
            return CheckVerdict.Failed(
                "It has none.", "Set-OcAppleAccount -AccountId with what \"Copy ID\" in Apple's register gives.");

        return AppleAccountId.LooksRight(account.AccountId)
            ? CheckVerdict.Passed($"{account.AccountId}.")
            : CheckVerdict.Warning(
                $"'{account.AccountId}' is not a GUID, as all known ids are.",
                "Compare it with \"Copy ID\" in Apple's register.");
    }

    private static CheckVerdict CheckLanguage(AppleAccount account) => account.Language is { } language
        ? CheckVerdict.Passed($"{language}.")
        : CheckVerdict.Failed("It has none.", "Set-OcAppleAccount -Language, or Add-OcWorkstreamChannel -Language.");

    private static CheckVerdict CheckSurvey(AppleAccount account)
    {
        if (account.SurveyEnabled != true)
            return CheckVerdict.Skipped("No survey follows a conversation.");
        if (account.Survey is null)
            return CheckVerdict.Failed(
                "A survey is to follow, and none is named.", "Set-OcAppleAccount -Survey, or -SurveyEnabled $false.");

        return account.SurveyMode == SurveyMode.SendLink
            ? CheckVerdict.Passed($"'{account.Survey}', as a link.")
            : CheckVerdict.Failed(
                $"'{account.Survey}' is not sent as a link, and only live chat can show a survey in the conversation.",
                "Set-OcAppleAccount -SurveyMode SendLink.");
    }

    private CheckVerdict CheckEndpoint()
    {
        try
        {
            var endpoint = MspEndpoints.ForEnvironment(_connection.Environment, out var isGuess);
            return isGuess
                ? CheckVerdict.Warning(
                    $"Perhaps {endpoint}, by geography.",
                    "Ask Microsoft support before you enter it in Apple's register.")
                : CheckVerdict.Passed($"Apple's register must hold {endpoint}; whether it does cannot be looked up.");
        }
        catch (OcValidationException e)
        {
            return CheckVerdict.Warning(e.Message, "Get-OcMspEndpoint lists the endpoints there are.");
        }
    }

    private async Task<CheckVerdict> CheckWorkstreamAsync(AppleAccount account, CancellationToken cancellationToken)
    {
        if (account.Workstream is not { } reference)
            return CheckVerdict.Failed(
                "It belongs to none, so that no conversation reaches anybody.", "Add-OcWorkstreamChannel.");

        var workstream = await _store.FindAsync<Workstream>(RecordIdentity.Of(reference.Id), cancellationToken)
            .ConfigureAwait(false);
        return workstream.StreamSource == StreamSource.AppleMessagesForBusiness
            ? CheckVerdict.Passed($"'{workstream.Name}'.")
            : CheckVerdict.Failed(
                $"'{workstream.Name}' takes conversations of the kind {workstream.StreamSource}.",
                "Add-OcWorkstreamChannel -Force with a workstream for Apple Messages for Business.");
    }

    private async Task<CheckVerdict> CheckAuthenticationAsync(AppleAccount account, CancellationToken cancellationToken)
    {
        if (account.AuthenticationEnabled != true)
            return CheckVerdict.Skipped("Customers are not asked to authenticate.");
        if ((account.AuthSetting ?? account.AuthSettingV2) is not { } reference)
            return CheckVerdict.Failed(
                "It is on, and no setting is named.",
                "Set-OcAppleAccount -AuthSetting, or -AuthenticationEnabled $false.");

        var parts = new AuthSettingParts(_store, allAtOnce: false, cancellationToken);
        var setting = await _store.FindAsync<AuthSetting>(RecordIdentity.Of(reference.Id), cancellationToken)
            .ConfigureAwait(false);
        return Judge(await parts.CompleteAsync(setting, cancellationToken).ConfigureAwait(false));
    }

    private static CheckVerdict Judge(AuthSetting setting)
    {
        if (!setting.IsForApple)
        {
            return CheckVerdict.Failed(
                $"'{setting.Name}' is for {setting.ChannelType ?? AuthChannelType.LiveChat}.",
                "Set-OcAppleAccount -AuthSetting with a setting for Apple Messages for Business.");
        }

        if (setting.ClientSecret == SecretState.Unset)
            return CheckVerdict.Failed($"'{setting.Name}' has no client secret.", "Set-OcAuthSetting -ClientSecret.");

        return setting.RichMessages.Count > 0
            ? CheckVerdict.Passed($"'{setting.Name}' with {Names(setting.RichMessages)}.")
            : CheckVerdict.Failed(
                $"'{setting.Name}' has no rich message by which representatives could ask.",
                "Set-OcAuthSetting -AddRichMessage.");
    }

    private async Task<CheckVerdict> CheckApplePayAsync(AppleAccount account, CancellationToken cancellationToken)
    {
        if (account.ApplePayEnabled != true)
            return CheckVerdict.Skipped("Customers are not asked for payments.");
        if (account.PaymentProfile is not { } reference)
            return CheckVerdict.Failed(
                "It is on, and no profile is named.",
                "Set-OcAppleAccount -PaymentProfile, or -ApplePayEnabled $false.");

        var parts = new PaymentProfileParts(_store, allAtOnce: false, cancellationToken);
        var profile = await _store.FindAsync<PaymentProfile>(RecordIdentity.Of(reference.Id), cancellationToken)
            .ConfigureAwait(false);
        return Judge(await parts.CompleteAsync(profile, cancellationToken).ConfigureAwait(false));
    }

    private static CheckVerdict Judge(PaymentProfile profile)
    {
        if (profile.Merchant is null)
            return CheckVerdict.Failed(
                $"'{profile.Name}' has lost the row of its merchant.", "Make a new one: New-OcPaymentProfile.");
        if (profile.Certificate == SecretState.Unset)
            return CheckVerdict.Failed(
                $"'{profile.Name}' has no merchant certificate.", "Set-OcPaymentProfile -CertificatePath.");

        return profile.RichMessages.Count > 0
            ? CheckVerdict.Passed($"'{profile.Name}' with {Names(profile.RichMessages)}.")
            : CheckVerdict.Failed(
                $"'{profile.Name}' has no rich message by which representatives could ask.",
                "Set-OcPaymentProfile -AddRichMessage.");
    }

    private static string Names(IEnumerable<RecordReference> messages) =>
        string.Join(", ", messages.Select(message => $"'{message}'"));
}
