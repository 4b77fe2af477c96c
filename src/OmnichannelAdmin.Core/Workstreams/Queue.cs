using System.Diagnostics.CodeAnalysis;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A queue, where conversations wait for a customer service representative.</summary>
[Table("queue", Set = "queues", DisplayName = "queue", OtherNameProperty = nameof(UniqueName))]
[SuppressMessage("Naming", "CA1711", Justification = "A queue is what the product calls it.")]
public sealed record Queue : OcRecord
{
    /// <summary>The queue's name, 1 to 200 characters.</summary>
    [Text("name", MaxLength = 200, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The unique name, by which the queue is found as well.</summary>
    [Text("msdyn_uniquename", MaxLength = 128)]
    public string? UniqueName { get; init; }

    /// <summary>What the queue is for.</summary>
    [Text("description", MaxLength = 2000)]
    public string? Description { get; init; }

    /// <summary>What the queue holds: messages, records or calls.</summary>
    [Choice("msdyn_queuetype")]
    public QueueType? Type { get; init; }

    /// <summary>How work is handed out.</summary>
    [Choice("msdyn_assignmentstrategy")]
    public AssignmentStrategy? AssignmentStrategy { get; init; }

    /// <summary>The queue's place among queues, from 1; a lower number goes first.</summary>
    [Number("msdyn_priority", Min = 1)]
    public int? Priority { get; init; }

    /// <summary>How many conversations the queue holds at most, or null for no limit.</summary>
    [Number("msdyn_maxqueuesize")]
    public int? MaximumSize { get; init; }

    /// <summary>
    /// Whether the queue belongs to Omnichannel; a queue that does not is one for e-mail and activities.
    /// </summary>
    [Flag("msdyn_isomnichannelqueue")]
    public bool? IsOmnichannel { get; init; }

    /// <summary>Whether the queue is the default one of its type.</summary>
    [Flag("msdyn_isdefaultqueue")]
    public bool? IsDefault { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>The condition that a queue is of a type.</summary>
    public static ODataFilter OfType(QueueType type) =>
        TableModel.Of<Queue>().Column(nameof(Type)).Declaration.IsEqualTo(type);
}
