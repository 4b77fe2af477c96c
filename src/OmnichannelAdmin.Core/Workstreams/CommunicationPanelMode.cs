namespace OmnichannelAdmin.Workstreams;

/// <summary>How the communication panel of a session opens (column <c>msdyn_panelstate</c>).</summary>
public enum CommunicationPanelMode
{
    /// <summary>Minimized.</summary>
    Minimized = 162450000,

    /// <summary>Not at all.</summary>
    Hidden = 162450001,

    /// <summary>Docked at the side.</summary>
    Docked = 162450002,
}
