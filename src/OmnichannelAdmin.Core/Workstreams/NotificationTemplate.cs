using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>A notification template: how a customer service representative is told of a conversation.</summary>
[Table(
    "msdyn_notificationtemplate",
    Set = "msdyn_notificationtemplates",
    DisplayName = "notification template",
    OtherNameProperty = nameof(UniqueName))]
public sealed record NotificationTemplate : OcRecord
{
    /// <summary>The template's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The unique name, by which workstreams point at the template.</summary>
    [Text("msdyn_uniquename", MaxLength = 128)]
    public string? UniqueName { get; init; }

    /// <summary>What the template is for.</summary>
    [Text("msdyn_description", MaxLength = 2000)]
    public string? Description { get; init; }

    /// <summary>The title of the notifications.</summary>
    [Text("msdyn_title", MaxLength = 100)]
    public string? Title { get; init; }

    /// <summary>The text of the button that accepts.</summary>
    [Text("msdyn_acceptbuttontext", MaxLength = 100)]
    public string? AcceptButtonText { get; init; }

    /// <summary>The text of the button that declines.</summary>
    [Text("msdyn_rejectbuttontext", MaxLength = 100)]
    public string? RejectButtonText { get; init; }

    /// <summary>Whether there is a button that declines.</summary>
    [Flag("msdyn_showrejectbutton")]
    public bool? ShowRejectButton { get; init; }

    /// <summary>Whether the conversation is accepted without a click.</summary>
    [Flag("msdyn_autoacceptnotification")]
    public bool? AutoAccept { get; init; }

    /// <summary>How long the notification stays, 0 to 500 in the unit of the admin center.</summary>
    [Number("msdyn_timeout", Max = 500)]
    public int? Timeout { get; init; }

    /// <summary>When the notification is shown on the desktop as well.</summary>
    [Choice("msdyn_desktopnotificationmode")]
    public DesktopNotificationMode? DesktopNotification { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }
}
