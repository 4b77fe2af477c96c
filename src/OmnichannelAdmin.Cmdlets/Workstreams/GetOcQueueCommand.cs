using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Reads queues.</summary>
[Cmdlet(VerbsCommon.Get, "OcQueue")]
[OutputType(typeof(Queue))]
public sealed class GetOcQueueCommand : OcConnectedCmdlet
{
    /// <summary>Queues, their GUIDs, names or unique names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id", "UniqueName")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<Queue>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only queues for messaging, for records or for voice.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(QueueType))]
    public QueueType? Type { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var query = new RecordQuery
        {
            Filter = Type is { } type ? Queue.OfType(type) : null,
            Where = record => Type is null || ((Queue)record).Type == Type,
        };
        return new RecordPipeline(pipeline, connection).ReadAsync<Queue>(Identity, query, cancellationToken);
    }
}
