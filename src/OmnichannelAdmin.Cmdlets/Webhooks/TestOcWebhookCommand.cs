using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Finds out whether the platform could use a webhook, and what is in its way.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookReport), typeof(bool))]
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

    /// <summary>Answers with true or false instead of the report.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>How many inputs of the pipeline are worked on at once, 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override int InputsInFlight => ThrottleLimit;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Webhook.Source;

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var found = await WebhookTest.RunAsync(Webhook.RequiredUrl, Settings(), MayPost(pipeline), cancellationToken)
            .ConfigureAwait(false);
        var report = found with { Channel = Webhook.Channel };
        await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? report.Passed : report).ConfigureAwait(false);
    }

    private WebhookTestSettings Settings() => new()
    {
        Count = Count,
        Bearer = AccessToken is null ? null : new AccessToken(TokenText.Of(AccessToken, nameof(AccessToken)), expiresOn: null),
        TrustedRoots = TrustedRoot is null ? null : [.. TrustedRoot],
        AppId = Webhook.AppId,
        TenantId = Webhook.TenantId,
    };

    private Func<Task<bool>>? MayPost(IOcPipeline pipeline)
    {
        if (IsOn(nameof(NoPost)))
            return null;

        var action = $"Post up to {Count + 2} typing activities to the webhook {Webhook.Url}.";
        return () => pipeline.ShouldProcessAsync(action, $"{action}\nGo on?");
    }
}
