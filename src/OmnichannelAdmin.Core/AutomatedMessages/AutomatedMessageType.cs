namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>What a row of the messages table is (column <c>msdyn_messagetype</c>).</summary>
public enum AutomatedMessageType
{
    /// <summary>A message that is sent upon a trigger.</summary>
    AutomatedMessage = 2,

    /// <summary>A template that representatives send outside the conversation window.</summary>
    MessageTemplate = 3,
}
