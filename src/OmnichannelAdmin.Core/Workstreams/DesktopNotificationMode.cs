namespace OmnichannelAdmin.Workstreams;

/// <summary>
/// When a notification is shown on the desktop as well (column <c>msdyn_desktopnotificationmode</c>).
/// </summary>
public enum DesktopNotificationMode
{
    /// <summary>Never.</summary>
    Never = 509180000,

    /// <summary>When the app is in the background.</summary>
    WhenInBackground = 509180001,

    /// <summary>Always.</summary>
    Always = 509180002,
}
