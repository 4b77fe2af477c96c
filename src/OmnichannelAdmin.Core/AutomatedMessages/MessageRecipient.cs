namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>Who gets an automated message (column <c>msdyn_messagereceiver</c>).</summary>
public enum MessageRecipient
{
    /// <summary>The customer service representative.</summary>
    Agent = 192350000,

    /// <summary>The customer.</summary>
    Customer = 192350001,
}
