using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Channels;

/// <summary>Tests whether conversations can flow through a channel, from its row to its webhook.</summary>
public sealed class CustomChannelTest
{
    private readonly OcConnection _connection;
    private readonly CustomChannelTestSettings _settings;
    private readonly IDataverseObserver _observer;

    /// <summary>Makes the test.</summary>
    /// <param name="connection">The connection to the environment.</param>
    /// <param name="settings">How to test.</param>
    /// <param name="observer">Who watches the requests.</param>
    public CustomChannelTest(OcConnection connection, CustomChannelTestSettings settings, IDataverseObserver observer)
    {
        _connection = connection;
        _settings = settings;
        _observer = observer;
    }

    /// <summary>Tests a channel.</summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<OcTestResult> RunAsync(CustomChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var checks = new CheckList();
        new CustomChannelRowChecks(channel, _connection.TenantId).Make(checks);
        if (channel.Kind == CustomChannelKind.MessagingApi)
        {
            foreach (var check in await CheckWebhookAsync(channel, cancellationToken).ConfigureAwait(false))
                checks.Add(check.Name, new CheckVerdict(check.Outcome, check.Detail, check.Advice));

            checks.Add(
                CustomChannelCheckNames.Token, await CheckTokenAsync(channel, cancellationToken).ConfigureAwait(false));
            checks.Add(
                CustomChannelCheckNames.Authentication, await CheckAuthenticationAsync(channel, cancellationToken)
                    .ConfigureAwait(false));
        }

        return checks.ResultFor(channel.Name, _connection.Environment, _settings.Webhook.Time);
    }

    private async Task<IReadOnlyList<OcCheck>> CheckWebhookAsync(
        CustomChannel channel, CancellationToken cancellationToken)
    {
        if (channel.WebhookUrl is not { } url)
            return [];

        var settings = _settings.Webhook with { AppId = GuidIn(channel.AppId), TenantId = GuidIn(channel.TenantId) };
        Func<Task<bool>>? mayPost = _settings.MayPost is { } ask ? () => ask(url) : null;
        return (await WebhookTest.RunAsync(url, settings, mayPost, cancellationToken).ConfigureAwait(false)).Checks;
    }

    private async Task<CheckVerdict> CheckTokenAsync(CustomChannel channel, CancellationToken cancellationToken)
    {
        if (_settings.Credential is null)
            return CheckVerdict.Skipped("No secret and no certificate was given to ask for one with.");
        if (GuidIn(channel.AppId) is not { } appId || GuidIn(channel.TenantId) is not { } tenantId)
            return CheckVerdict.Skipped("The app or the tenant is not known.");

        try
        {
            var scope = MessagingScope.Of(
                _connection.OrganizationId, MessagingRegion.OfEnvironment(_connection.Environment));
            var token = await _settings.SignIn
                .AcquireAsync(appId, tenantId, scope, _settings.Credential, _observer, cancellationToken)
                .ConfigureAwait(false);
            return CheckVerdict.Passed($"For {scope}, until {token.ExpiresOn:u}.");
        }
        catch (Exception e) when (e is SignInException or OcValidationException)
        {
            return CheckVerdict.Failed(e.Message, "Get-OcMessagingToken tries it by itself.");
        }
    }

    private async Task<CheckVerdict> CheckAuthenticationAsync(
        CustomChannel channel, CancellationToken cancellationToken)
    {
        var signed = await new WebhookAuthenticationStore(_connection.Client, _observer)
            .FindSignedAsync(channel, cancellationToken)
            .ConfigureAwait(false);
        if (signed is null)
        {
            return CheckVerdict.Warning(
                "The platform does not sign its posts.", WebhookAuthenticationStore.NotSupported);
        }

        if (signed.ManagedIdentity is not { } reference)
        {
            return CheckVerdict.Warning(
                "The platform does not sign its posts.",
                "Enable-OcWebhookAuthentication lets it.");
        }

        var found = await _connection.Records(_observer)
            .FindAsync(TableModel.Of<ManagedIdentity>(), reference.Id, cancellationToken)
            .ConfigureAwait(false);
        return found is ManagedIdentity identity && IsFor(identity, channel)
            ? CheckVerdict.Passed($"Managed identity '{identity.Name}' for the channel's app.")
            : CheckVerdict.Failed(
                $"The managed identity '{reference}' is gone, or not for the channel's app and tenant.",
                "Disable-OcWebhookAuthentication and Enable-OcWebhookAuthentication make it anew.");
    }

    private static bool IsFor(ManagedIdentity identity, CustomChannel channel) =>
        GuidIn(identity.ApplicationId) == GuidIn(channel.AppId)
        && GuidIn(identity.TenantId) == GuidIn(channel.TenantId)
        && identity.CredentialSource == CredentialSource.Managed
        && identity.SubjectScope == SubjectScope.Environment;

    private static Guid? GuidIn(string? text) => Guid.TryParse(text, out var guid) ? guid : null;
}
