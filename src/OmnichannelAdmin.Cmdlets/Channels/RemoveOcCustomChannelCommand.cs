using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Removes a custom messaging channel.</summary>
[Cmdlet(VerbsCommon.Remove, "OcCustomChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(CustomChannel))]
public sealed class RemoveOcCustomChannelCommand : OcConnectedCmdlet
{
    /// <summary>The channel, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the channel even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the channel as it was; with -WhatIf too.</summary>
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
        var channel = await records.Store.FindAsync<CustomChannel>(Identity, cancellationToken).ConfigureAwait(false);
        var authentication = new WebhookAuthenticationStore(connection.Client, pipeline);
        var writes = await WritesAsync(channel, authentication, cancellationToken).ConfigureAwait(false);
        await records.RemoveAllAsync(writes, channel, Consequence(channel), IsOn(nameof(PassThru)), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RecordWrite>> WritesAsync(
        CustomChannel channel, WebhookAuthenticationStore authentication, CancellationToken cancellationToken)
    {
        var etag = IsOn(nameof(Force)) ? null : Identity.ETag;
        var signed = await authentication.FindSignedAsync(channel, cancellationToken).ConfigureAwait(false);
        if (signed?.ManagedIdentity is null)
            return [RecordWrite.Delete(channel, etag)];

        var orphan = await authentication.FindOrphanAsync(signed, cancellationToken).ConfigureAwait(false);
        var removal = RecordWrite.Delete(signed, etag);
        return orphan is null ? [removal] : [removal, RecordWrite.Delete(orphan, orphan.ETag)];
    }

    private static string? Consequence(CustomChannel channel) => channel.Workstream is { } workstream
        ? $"Workstream '{workstream}' uses it and will get no more conversations through it."
        : null;
}
