using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>
/// Tells whether the platform signs its posts to a channel's webhook, and what Entra must trust for that.
/// </summary>
[Cmdlet(VerbsCommon.Get, "OcWebhookAuthentication")]
[OutputType(typeof(WebhookAuthentication))]
public sealed class GetOcWebhookAuthenticationCommand : OcConnectedCmdlet
{
    /// <summary>The channel, its GUID, its name, or an earlier answer of this command.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Channel", "Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The subject that Entra has been told, to see whether it has changed since.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Subject")]
    public string? KnownSubject { get; set; }

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var channel = await connection.Records(pipeline).FindAsync<CustomChannel>(Identity, cancellationToken)
            .ConfigureAwait(false);
        var authentication = new WebhookAuthenticationStore(connection.Client, pipeline);
        var signed = await authentication.FindSignedAsync(channel, cancellationToken).ConfigureAwait(false);
        if (signed is null)
        {
            pipeline.Warn(WebhookAuthenticationStore.NotSupported);
            await pipeline.WriteAsync(WebhookAuthentication.OffFor(channel)).ConfigureAwait(false);
            return;
        }

        var known = string.IsNullOrEmpty(KnownSubject) ? null : KnownSubject;
        var state = await authentication.ReadAsync(signed, known, cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(state).ConfigureAwait(false);
        if (state.SubjectChanged == true)
            pipeline.Warn(
                $"The subject of '{channel.Name}' has changed: put the new one into the "
                    + "federated credential in Entra.");
    }
}
