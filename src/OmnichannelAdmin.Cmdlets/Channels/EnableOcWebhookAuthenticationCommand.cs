using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Lets the platform sign its posts to a channel's webhook.</summary>
[Cmdlet(VerbsLifecycle.Enable, "OcWebhookAuthentication", SupportsShouldProcess = true)]
[OutputType(typeof(WebhookAuthentication))]
public sealed class EnableOcWebhookAuthenticationCommand : OcConnectedCmdlet
{
    /// <summary>The channel, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Channel", "Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var channel = await records.Store.FindAsync<CustomChannel>(Identity, cancellationToken).ConfigureAwait(false);
        var authentication = new WebhookAuthenticationStore(connection.Client, pipeline);
        var signed = await authentication.FindSignedAsync(channel, cancellationToken).ConfigureAwait(false)
            ?? throw new OcValidationException(
                nameof(Identity), "WebhookAuthenticationNotSupported", WebhookAuthenticationStore.NotSupported);
        if (signed.ManagedIdentity is null)
        {
            var writes = WebhookAuthenticationStore.Enabling(signed, IsOn(nameof(Force)) ? null : Identity.ETag);
            if (!await records.CommitAllAsync(writes, consequence: null, cancellationToken).ConfigureAwait(false))
                return;

            signed = (SignedChannel)writes[^1].After!;
        }

        var state = await authentication.ReadAsync(signed, knownSubject: null, cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(state).ConfigureAwait(false);
    }
}
