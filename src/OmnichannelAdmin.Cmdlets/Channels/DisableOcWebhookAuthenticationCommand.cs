using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Stops the platform from signing its posts to a channel's webhook.</summary>
[Cmdlet(
    VerbsLifecycle.Disable, "OcWebhookAuthentication", SupportsShouldProcess =
        true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WebhookAuthentication))]
public sealed class DisableOcWebhookAuthenticationCommand : OcConnectedCmdlet
{
    private const string Consequence =
        "The platform's posts to the webhook will carry no Authorization header any more.";

    /// <summary>The channel, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Channel", "Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with how it stands afterwards; with -WhatIf, as it would.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var authentication = new WebhookAuthenticationStore(connection.Client, pipeline);
        var channel = await records.Store.FindAsync<CustomChannel>(Identity, cancellationToken).ConfigureAwait(false);
        var signed = await authentication.FindSignedAsync(channel, cancellationToken).ConfigureAwait(false);
        if (signed?.ManagedIdentity is not null)
        {
            var etag = IsOn(nameof(Force)) ? null : Identity.ETag;
            var writes = await authentication.DisablingAsync(signed, etag, cancellationToken).ConfigureAwait(false);
            await records.CommitAllAsync(writes, Consequence, cancellationToken).ConfigureAwait(false);
            signed = (SignedChannel)writes[0].After!;
        }

        if (IsOn(nameof(PassThru)))
        {
            var state = signed is null
                ? WebhookAuthentication.OffFor(channel)
                : await authentication.ReadAsync(signed, knownSubject: null, cancellationToken).ConfigureAwait(false);
            await pipeline.WriteAsync(state).ConfigureAwait(false);
        }
    }
}
