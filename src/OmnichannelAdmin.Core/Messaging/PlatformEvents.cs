namespace OmnichannelAdmin.Messaging;

/// <summary>The names of the events that the platform tells a webhook about.</summary>
public static class PlatformEvents
{
    /// <summary>The names in the published list.</summary>
    public static IReadOnlyList<string> Published { get; } =
    [
        "AgentAccepted",
        "AgentEndSession",
        "PrimaryAgentEndConversation",
        "AgentDisconnected",
        "AgentStartSecondaryChannel",
        "AgentRaiseSecondaryChannel",
        "AgentEndSecondaryChannel",
        "ConversationClose",
        "SupervisorForceClosedConversation",
        "ConsultAgentInitiated",
        "ConsultAgentFailed",
        "ConsultAgentAcceptSession",
        "ConsultAgentEndSession",
        "ConsultAgentRejectSession",
        "ConsultAgentSessionTimedOut",
        "ConsultAgentRemoved",
        "TransferToAgentInitiated",
        "TransferToAgentFailed",
        "TransferAgentAcceptSession",
        "TransferAgentRejectSession",
        "TransferAgentTimedOutSession",
        "AgentEndedConsult",
        "AgentJoinedCustomerConversation",
        "ConsultAgentLeftPublicConversation",
        "TransferToQueueInitiated",
        "TransferToQueueFailed",
        "CustomerDisconnected",
        "CustomerDisconnectedAgentWaiting",
        "AgentAssigned",
        "OutOfOperatingHoursDueToNonWorkingHours",
        "OutOfOperatingHoursDueToHoliday",
    ];

    /// <summary>
    /// Names that the published samples use although the list has them not; a webhook should know both.
    /// </summary>
    public static IReadOnlyList<string> OnlyInSamples { get; } = ["AgentClosed", "ConversationClosed"];
}
