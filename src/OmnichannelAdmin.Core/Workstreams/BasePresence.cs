namespace OmnichannelAdmin.Workstreams;

/// <summary>The base presences in which work is handed out (column <c>msdyn_allowedpresences</c>).</summary>
public enum BasePresence
{
    /// <summary>Available.</summary>
    Available = 192360000,

    /// <summary>Busy.</summary>
    Busy = 192360001,

    /// <summary>Busy, do not disturb.</summary>
    BusyDnd = 192360002,

    /// <summary>Away.</summary>
    Away = 192360003,

    /// <summary>Offline.</summary>
    Offline = 192360004,
}
