using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Detaches a channel from its workstream. The channel itself and its automated messages stay.</summary>
[Cmdlet(VerbsCommon.Remove, "OcWorkstreamChannel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(WorkstreamChannel))]
public sealed class RemoveOcWorkstreamChannelCommand : OcConnectedCmdlet
{
    private const string Consequence = "Its conversations reach nobody until it belongs to a workstream again.";

    /// <summary>The channel, its GUID, or its name; what Get-OcWorkstreamChannel answers with will do too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public RecordIdentity Channel { get; set; } = null!;

    /// <summary>The workstream that it must belong to: the workstream, its GUID or its name.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>Detaches the channel even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the channel as it is afterwards; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Channel.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Channel.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var channel = await new ChannelFinder(records.Store).FindAsync(Channel, cancellationToken)
            .ConfigureAwait(false);
        var workstream = Workstream is null
            ? null
            : await records.Store.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        WorkstreamChannels.CheckIsAttached(channel, workstream);
        var values = new RecordValues(TableModel.Of(channel.GetType())) { [nameof(CustomChannel.Workstream)] = null };
        var write = RecordWrite.Update((OcRecord)channel, values, IsOn(nameof(Force)) ? null : Channel.ETag);
        var isWritten = await records.CommitAllAsync([write], Consequence, cancellationToken).ConfigureAwait(false);
        if (!IsOn(nameof(PassThru)))
            return;

        var channels = new WorkstreamChannels(records.Store);
        var shown = isWritten
            ? await channels.ShowAgainAsync(channel, cancellationToken).ConfigureAwait(false)
            : await channels.ShowAsync((IMessagingChannel)write.After!, cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(shown).ConfigureAwait(false);
    }
}
