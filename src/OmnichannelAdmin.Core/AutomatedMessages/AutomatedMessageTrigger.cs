namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>
/// What an automated message is sent upon (column <c>msdyn_systemmessageeventtype</c>), in the platform's words.
/// </summary>
public enum AutomatedMessageTrigger
{
    /// <summary>Agent joined conversation.</summary>
    AgentJoinedConversation = 192350000,

    /// <summary>Consult accepted.</summary>
    ConsultAccepted = 192350001,

    /// <summary>Transfer to agent accepted.</summary>
    TransferToAgentAccepted = 192350002,

    /// <summary>Consult started.</summary>
    ConsultStarted = 192350003,

    /// <summary>Consult request failed.</summary>
    ConsultRequestFailed = 192350004,

    /// <summary>Transfer to agent requested.</summary>
    TransferToAgentRequested = 192350005,

    /// <summary>Transfer to agent failed.</summary>
    TransferToAgentFailed = 192350006,

    /// <summary>Consult rejected.</summary>
    ConsultRejected = 192350007,

    /// <summary>Transfer to agent rejected.</summary>
    TransferToAgentRejected = 192350008,

    /// <summary>Consult request timed out.</summary>
    ConsultRequestTimedOut = 192350009,

    /// <summary>Transfer to agent timed out.</summary>
    TransferToAgentTimedOut = 192350010,

    /// <summary>Transfer to queue started.</summary>
    TransferToQueueStarted = 192350011,

    /// <summary>Transfer to queue failed.</summary>
    TransferToQueueFailed = 192350012,

    /// <summary>Agent disconnected from conversation.</summary>
    AgentDisconnectedFromConversation = 192350013,

    /// <summary>Agent ended conversation.</summary>
    AgentEndedConversation = 192350014,

    /// <summary>Session ended.</summary>
    SessionEnded = 192350015,

    /// <summary>Consult session ended.</summary>
    ConsultSessionEnded = 192350016,

    /// <summary>Agent assigned to conversation.</summary>
    AgentAssignedToConversation = 192350017,

    /// <summary>Agent couldn't be assigned to conversation.</summary>
    AgentNotAssignedToConversation = 192350018,

    /// <summary>Customer ended conversation.</summary>
    CustomerEndedConversation = 192350019,

    /// <summary>Customer disconnected.</summary>
    CustomerDisconnected = 192350020,

    /// <summary>Customer's position in queue.</summary>
    CustomerPositionInQueue = 192350021,

    /// <summary>Agent's message couldn't be sent.</summary>
    AgentMessageNotSent = 192350022,

    /// <summary>Customer's message couldn't be sent: Outside of operation hours.</summary>
    CustomerMessageOutsideOperatingHours = 192350023,

    /// <summary>Customer is next in line.</summary>
    CustomerNextInLine = 192350024,

    /// <summary>Message couldn't be delivered: Unsupported message type.</summary>
    UnsupportedMessageType = 192350025,

    /// <summary>Voice call requested.</summary>
    VoiceCallRequested = 192350026,

    /// <summary>Voice call accepted.</summary>
    VoiceCallAccepted = 192350027,

    /// <summary>Voice call declined.</summary>
    VoiceCallDeclined = 192350028,

    /// <summary>Message couldn't be sent: Outside allowed timeframe.</summary>
    MessageOutsideAllowedTimeframe = 192350029,

    /// <summary>Average wait time for customers: Minutes.</summary>
    AverageWaitTimeMinutes = 192350030,

    /// <summary>Average wait time for customers: Hours.</summary>
    AverageWaitTimeHours = 192350031,

    /// <summary>Average wait time for customers: Hours and minutes.</summary>
    AverageWaitTimeHoursAndMinutes = 192350032,

    /// <summary>Voice call ended.</summary>
    VoiceCallEnded = 192350033,

    /// <summary>
    /// Message couldn’t be sent: A channel account can’t message another account within Omnichannel.
    /// </summary>
    MessageToOtherAccountNotAllowed = 192350034,

    /// <summary>Holiday message to customer.</summary>
    Holiday = 192350035,

    /// <summary>Out of operating hour message to customer.</summary>
    OutOfOperatingHours = 192350036,

    /// <summary>Couldn’t find the channel account in Omnichannel.</summary>
    ChannelAccountNotFound = 192350037,

    /// <summary>Customer's file couldn't be attached because it's too big.</summary>
    CustomerFileTooBig = 192350038,

    /// <summary>Transfer to out of operating hour queue.</summary>
    TransferToQueueOutOfOperatingHours = 192350039,

    /// <summary>Message couldn’t be sent: File couldn’t be attached.</summary>
    FileNotAttached = 192350040,

    /// <summary>
    /// Leave as many messages as you’d like and we’ll get back to you as soon as possible. We’ll save your
    /// chat history, so you can leave and come back anytime.
    /// </summary>
    SaveChatHistory = 192350041,

    /// <summary>Customer put on hold.</summary>
    CustomerPutOnHold = 192350042,

    /// <summary>Customer no longer on hold.</summary>
    CustomerNoLongerOnHold = 192350043,

    /// <summary>
    /// Message or attachment failed to send. Providing error details including error code, reason for
    /// failure, message id, timestamp, and transaction id.
    /// </summary>
    MessageFailedWithDetails = 192350044,

    /// <summary>Transcription started.</summary>
    TranscriptionStarted = 192350045,

    /// <summary>Transcription paused.</summary>
    TranscriptionPaused = 192350046,

    /// <summary>Transcription resumed.</summary>
    TranscriptionResumed = 192350047,

    /// <summary>Transcription stopped.</summary>
    TranscriptionStopped = 192350048,

    /// <summary>Recording and transcription started.</summary>
    RecordingAndTranscriptionStarted = 192350049,

    /// <summary>Recording and transcription paused.</summary>
    RecordingAndTranscriptionPaused = 192350050,

    /// <summary>Recording and transcription resumed.</summary>
    RecordingAndTranscriptionResumed = 192350051,

    /// <summary>Recording and transcription stopped.</summary>
    RecordingAndTranscriptionStopped = 192350052,

    /// <summary>Trial usage limit exceeded.</summary>
    TrialUsageLimitExceeded = 192350053,

    /// <summary>Trial conversation time limit exceeded.</summary>
    TrialConversationTimeLimitExceeded = 192350054,

    /// <summary>End conversation due to overflow.</summary>
    ConversationEndedByOverflow = 192350055,

    /// <summary>Greeting Message for Async Channels and Voice.</summary>
    Greeting = 192350056,

    /// <summary>Customer has opted out from Async Conversation.</summary>
    CustomerOptedOut = 192350057,

    /// <summary>Agent left consult conversation.</summary>
    AgentLeftConsultConversation = 192350058,

    /// <summary>Agent left customer conversation.</summary>
    AgentLeftCustomerConversation = 192350059,

    /// <summary>Agent accepted consult conversation.</summary>
    AgentAcceptedConsultConversation = 192350060,

    /// <summary>Agent joined customer conversation.</summary>
    AgentJoinedCustomerConversation = 192350061,

    /// <summary>Agent ended consult conversation.</summary>
    AgentEndedConsultConversation = 192350062,

    /// <summary>Agent removed from consult conversation.</summary>
    AgentRemovedFromConsultConversation = 192350063,

    /// <summary>Not enough data for average wait time.</summary>
    NotEnoughDataForAverageWaitTime = 192350064,

    /// <summary>Waiting time for agent when customer is disconnected.</summary>
    WaitingTimeWhenCustomerDisconnected = 192350070,

    /// <summary>Invalid Apple OAuth response.</summary>
    InvalidAppleOAuthResponse = 192350071,

    /// <summary>Supervisor force closed the conversation.</summary>
    SupervisorForceClosedTheConversation = 192350072,

    /// <summary>Offer customer callback.</summary>
    OfferCustomerCallback = 192350073,

    /// <summary>Customer callback response.</summary>
    CustomerCallbackResponse = 192350074,

    /// <summary>Offer Voicemail.</summary>
    OfferVoicemail = 192360000,

    /// <summary>Voicemail Complete.</summary>
    VoicemailComplete = 192360001,

    /// <summary>Voicemail Fail.</summary>
    VoicemailFail = 192360002,

    /// <summary>Direct agent not available.</summary>
    DirectAgentNotAvailable = 192360003,

    /// <summary>Direct Inward Call Forwarding.</summary>
    DirectInwardCallForwarding = 192360005,

    /// <summary>External Transfer Initiated.</summary>
    ExternalTransferInitiated = 192360006,

    /// <summary>Prompt and hang-up.</summary>
    PromptAndHangUp = 192360007,

    /// <summary>Prompt and transfer to external number.</summary>
    PromptAndTransferToExternalNumber = 192360008,

    /// <summary>Prompt and escalate.</summary>
    PromptAndEscalate = 192360009,

    /// <summary>Message for Bot Language Changed Message.</summary>
    BotLanguageChanged = 192360010,

    /// <summary>Message for Unsupported Bot Language.</summary>
    UnsupportedBotLanguage = 192360011,

    /// <summary>Customer's message couldn't be sent: Service is down.</summary>
    ServiceDown = 192370001,
}
