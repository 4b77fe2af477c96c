using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.RichMessages;

/// <summary>Reads rich messages.</summary>
[Cmdlet(VerbsCommon.Get, "OcRichMessage")]
[OutputType(typeof(RichMessage))]
public sealed class GetOcRichMessageCommand : OcConnectedCmdlet
{
    /// <summary>Rich messages, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only messages of this type.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(RichMessageType))]
    public RichMessageType? Type { get; set; }

    /// <summary>Only messages for this kind of channel.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(StreamSource))]
    public StreamSource? Channel { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        ODataFilter[] conditions = [.. Conditions()];
        var query = new RecordQuery
        {
            Filter = conditions.Length == 0 ? null : ODataFilter.And(conditions),
            Where = record => record is RichMessage message
                && (Type is null || message.Type == Type)
                && (Channel is null || message.Channel == Channel),
        };
        return new RecordPipeline(pipeline, connection).ReadAsync<RichMessage>(Identity, query, cancellationToken);
    }

    private IEnumerable<ODataFilter> Conditions()
    {
        var table = TableModel.Of<RichMessage>();
        if (Type is { } type)
            yield return table.Column(nameof(Type)).Declaration.IsEqualTo(type);
        if (Channel is { } channel)
            yield return table.Column(nameof(Channel)).Declaration.IsEqualTo(channel);
    }
}
