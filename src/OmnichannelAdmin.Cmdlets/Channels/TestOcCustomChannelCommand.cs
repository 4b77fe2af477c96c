using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Cmdlets.Webhooks;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>
/// Finds out whether conversations can flow through custom messaging channels, and what is in their way.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "OcCustomChannel", SupportsShouldProcess = true)]
[OutputType(typeof(OcTestResult), typeof(bool))]
public sealed class TestOcCustomChannelCommand : OcConnectedCmdlet
{
    /// <summary>The channel, its GUID, or its name; without it, all channels.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity? Identity { get; set; }

    /// <summary>The secret of the channel's app, to see whether it gets a token.</summary>
    [Parameter]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The certificate of the channel's app with its private key, to see whether it gets a token.</summary>
    [Parameter]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A bearer that the webhook accepts, as text or SecureString.</summary>
    [Parameter]
    [TokenTransformation]
    public object? AccessToken { get; set; }

    /// <summary>How many posts to the webhook must be answered to measure by, 1 to 100.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Count { get; set; } = 3;

    /// <summary>Stops before anything is posted to the webhook.</summary>
    [Parameter]
    public SwitchParameter NoPost { get; set; }

    /// <summary>The only root certificates to trust, instead of those that this machine trusts.</summary>
    [Parameter]
    public X509Certificate2[]? TrustedRoot { get; set; }

    /// <summary>Answers with true or false for each channel instead of the result.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>The bearer as it was given.</summary>
    internal GivenBearer Bearer { get; set; } = new(null, nameof(AccessToken));

    /// <summary>Makes what carries requests for a token.</summary>
    internal Func<HttpMessageHandler> CreateTransport { get; set; } = DataverseTransport.Create;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity?.Source;

    /// <inheritdoc/>
    protected override void Prepare()
    {
        base.Prepare();
        Bearer = new GivenBearer(AccessToken, nameof(AccessToken));
    }

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(pipeline, connection).ConfigureAwait(false);
        var test = new CustomChannelTest(connection, settings, pipeline);
        var records = connection.Records(pipeline);
        await foreach (var channel in records.FindOneOrAllAsync<CustomChannel>(Identity, cancellationToken)
            .ConfigureAwait(false))
        {
            await TestAsync(test, channel, pipeline, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TestAsync(
        CustomChannelTest test, CustomChannel channel, IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var result = await test.RunAsync(channel, cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
    }

    private async Task<CustomChannelTestSettings> SettingsAsync(IOcPipeline pipeline, OcConnection connection)
    {
        var bearer = await Bearer.AskAsync(pipeline).ConfigureAwait(false);
        return new CustomChannelTestSettings
        {
            Webhook = new WebhookTestSettings
            {
                Count = Count,
                Bearer = bearer is null ? null : new AccessToken(bearer, expiresOn: null),
                TrustedRoots = TrustedRoot is null ? null : [.. TrustedRoot],
            },
            MayPost = IsOn(nameof(NoPost)) ? null : url => MayPostAsync(pipeline, url),
            Credential = AppProof(),
            SignIn = new MessagingSignIn(
                SandboxSignIn.FindTransport(connection) ?? CreateTransport, TimeProvider.System),
        };
    }

    private Task<bool> MayPostAsync(IOcPipeline pipeline, Uri url)
    {
        var action = PostingSentence.For(url, Count);
        return pipeline.ShouldProcessAsync(action, $"{action}\nGo on?");
    }

    private AppCredential? AppProof()
    {
        if (ClientSecret is not null)
            return AppCredential.OfSecret(ClientSecret);

        return Certificate is null ? null : AppCredential.OfCertificate(Certificate);
    }
}
