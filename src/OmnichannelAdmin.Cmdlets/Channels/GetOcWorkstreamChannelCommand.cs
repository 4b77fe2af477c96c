using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads the channels of workstreams, with what is set on each.</summary>
[Cmdlet(VerbsCommon.Get, "OcWorkstreamChannel")]
[OutputType(typeof(WorkstreamChannel))]
public sealed class GetOcWorkstreamChannelCommand : OcConnectedCmdlet
{
    /// <summary>The workstream, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity Workstream { get; set; } = null!;

    /// <summary>Only channels of this name; wildcards allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Workstream.Source;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var store = connection.Records(pipeline);
        var workstream = await store.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        var channels = await new ChannelFinder(store).OfWorkstreamAsync(workstream.Id, cancellationToken)
            .ConfigureAwait(false);
        var name = new NamePattern(Name ?? "*");
        foreach (var channel in channels.Where(channel => name.Matches(channel.Name)))
        {
            var shown = await new WorkstreamChannels(store).ShowAsync(channel, cancellationToken).ConfigureAwait(false);
            await pipeline.WriteAsync(shown).ConfigureAwait(false);
        }
    }
}
