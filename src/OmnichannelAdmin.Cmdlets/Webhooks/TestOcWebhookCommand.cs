using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Finds out whether the platform could use a webhook, and what is in its way.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(OcTestResult), typeof(bool))]
public sealed class TestOcWebhookCommand : OcCmdlet
{
    /// <summary>The webhook's base address, a channel, or any object that has a WebhookUrl.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("WebhookUrl", "Url")]
    [WebhookTargetTransformation]
    public WebhookTarget Webhook { get; set; } = null!;

    /// <summary>A bearer that the webhook accepts, as text or SecureString.</summary>
    [Parameter]
    [TokenTransformation]
    public object? AccessToken { get; set; }

    /// <summary>
    /// The application (client) id as user name and a client secret as password, to get a bearer with.
    /// </summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The tenant to get the bearer in; without it, that of the channel.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? TenantId { get; set; }

    /// <summary>
    /// The scope to get the bearer for; without it, the application's own: api://{application id}/.default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Scope { get; set; }

    /// <summary>How many posts must be answered to measure by, 1 to 100.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 3;

    /// <summary>Stops before anything is posted.</summary>
    [Parameter]
    public SwitchParameter NoPost { get; set; }

    /// <summary>The only root certificates to trust, instead of those that this machine trusts.</summary>
    [Parameter]
    public X509Certificate2[]? TrustedRoot { get; set; }

    /// <summary>Answers with true or false instead of the result.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>How many inputs of the pipeline are worked on at once, 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>The bearer as it was given.</summary>
    internal GivenBearer Bearer { get; set; } = new(null, nameof(AccessToken));

    /// <summary>Makes what carries requests for a bearer.</summary>
    internal Func<HttpMessageHandler> CreateTransport { get; set; } = DataverseTransport.Create;

    /// <inheritdoc/>
    protected override int InputsInFlight => ThrottleLimit;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Webhook.Source;

    /// <inheritdoc/>
    protected override void Prepare() => Bearer = new GivenBearer(AccessToken, nameof(AccessToken));

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var url = Webhook.RequiredUrl;
        var settings = await SettingsAsync(pipeline, cancellationToken).ConfigureAwait(false);
        var found = await WebhookTest.RunAsync(url, settings, MayPost(pipeline), cancellationToken)
            .ConfigureAwait(false);
        var result = Webhook.Channel is null ? found : found with { Subject = $"{Webhook.Channel} ({found.Subject})" };
        await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
    }

    private async Task<WebhookTestSettings> SettingsAsync(IOcPipeline pipeline, CancellationToken cancellationToken) =>
        new()
    {
        Count = Count,
        Bearer = await FindBearerAsync(pipeline, cancellationToken).ConfigureAwait(false),
        TrustedRoots = TrustedRoot is null ? null : [.. TrustedRoot],
        AppId = Webhook.AppId,
        TenantId = Webhook.TenantId,
    };

    private async Task<AccessToken?> FindBearerAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        if (await Bearer.AskAsync(pipeline).ConfigureAwait(false) is { } given)
            return new AccessToken(given, expiresOn: null);
        if (Credential is null || IsOn(nameof(NoPost)))
            return null;

        var appId = Guid.TryParse(Credential.UserName, out var app) ? app : throw UserNameNotAppId();
        var tenantId = TenantId ?? Webhook.TenantId ?? throw TenantMissing();
        var token = await new MessagingSignIn(CreateTransport, TimeProvider.System)
            .AcquireAsync(
                appId, tenantId, Scope ?? $"api://{appId}/.default", AppCredential.OfSecret(Credential.Password),
                pipeline, cancellationToken)
            .ConfigureAwait(false);
        return token.Token;
    }

    private static OcValidationException UserNameNotAppId() => new(
        nameof(Credential),
        "CredentialUserNotClientId",
        "The user name of -Credential is the application (client) id, a GUID, and its password the client secret.");

    private static OcValidationException TenantMissing() => new(
        nameof(TenantId), "TenantIdMissing",
        "-Credential needs a tenant to sign in to: give -TenantId, or a channel that has it.");

    private Func<Task<bool>>? MayPost(IOcPipeline pipeline)
    {
        if (IsOn(nameof(NoPost)))
            return null;

        var action = PostingSentence.For(Webhook.RequiredUrl, Count);
        return () => pipeline.ShouldProcessAsync(action, $"{action}\nGo on?");
    }
}
