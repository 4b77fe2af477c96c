using System.Management.Automation;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.AutomatedMessages;

/// <summary>Reads automated messages with their translations.</summary>
[Cmdlet(VerbsCommon.Get, "OcAutomatedMessage")]
[OutputType(typeof(AutomatedMessage))]
public sealed class GetOcAutomatedMessageCommand : OcConnectedCmdlet
{
    /// <summary>Messages, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<AutomatedMessage>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only messages for this channel alone: the channel, its GUID or its name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public RecordIdentity? Channel { get; set; }

    /// <summary>Only messages that are sent upon this.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(AutomatedMessageTrigger))]
    public AutomatedMessageTrigger? Trigger { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Channel?.Source ?? (Identity is [var only] ? only.Source : Identity);

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var channel = Channel is null
            ? null
            : await new ChannelFinder(records.Store).FindAsync(Channel, cancellationToken).ConfigureAwait(false);
        var translations = new MessageTranslations(
            records.Store, channel is null && Identity is not [_], cancellationToken);
        await records.ReadAsync<AutomatedMessage>(
            Identity, AutomatedMessage.Query(channel, Trigger), translations.CompleteAsync, cancellationToken)
                .ConfigureAwait(false);
    }
}
