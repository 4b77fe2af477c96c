using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Tells where an app reaches the messaging API, and with which headers.</summary>
[Cmdlet(VerbsCommon.Get, "OcMessagingEndpoint")]
[OutputType(typeof(MessagingEndpoint))]
public sealed class GetOcMessagingEndpointCommand : MessagingAddressCmdlet
{
    /// <summary>The channel that conversations go through: the channel, its GUID or its name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity? Channel { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Channel?.Source ?? base.ErrorTarget;

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var channel = Channel is null
            ? null
            : await Connected.Records(pipeline).FindAsync<CustomChannel>(Channel, cancellationToken)
                .ConfigureAwait(false);
        await pipeline.WriteAsync(MessagingEndpoint.Of(Organization, FindRegion(), channel)).ConfigureAwait(false);
    }
}
