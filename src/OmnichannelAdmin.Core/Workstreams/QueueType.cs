namespace OmnichannelAdmin.Workstreams;

/// <summary>What a queue holds (column <c>msdyn_queuetype</c>).</summary>
public enum QueueType
{
    /// <summary>Conversations of chat and messaging channels.</summary>
    Messaging = 192350000,

    /// <summary>Records.</summary>
    Entity = 192350001,

    /// <summary>Calls.</summary>
    Voice = 192350002,
}
