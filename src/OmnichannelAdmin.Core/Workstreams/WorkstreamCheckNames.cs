namespace OmnichannelAdmin.Workstreams;

/// <summary>The names of a workstream's checks, which scripts may rely on.</summary>
public static class WorkstreamCheckNames
{
    /// <summary>The row is active.</summary>
    public const string State = "Active";

    /// <summary>Today's admin center shows the workstream.</summary>
    public const string Mode = "Mode";

    /// <summary>Conversations that no rule sends elsewhere have a queue of the right type.</summary>
    public const string DefaultQueue = "Default queue";

    /// <summary>A conversation takes some capacity.</summary>
    public const string Capacity = "Capacity";

    /// <summary>The presences in which pushed work is handed out are named.</summary>
    public const string Presences = "Allowed presences";

    /// <summary>The session and notification templates that are named exist.</summary>
    public const string Templates = "Templates";

    /// <summary>At least one channel sends its conversations here, and each is of the right kind.</summary>
    public const string Channels = "Channels";

    /// <summary>Every channel has a language.</summary>
    public const string Languages = "Channel languages";

    /// <summary>There is a routing configuration with steps.</summary>
    public const string Routing = "Routing";
}
