namespace OmnichannelAdmin.Channels;

/// <summary>How a survey reaches the customer. Outside live chat only a link works.</summary>
public enum SurveyMode
{
    /// <summary>As part of the conversation.</summary>
    InsertInConversation = 192350000,

    /// <summary>By a link in the conversation.</summary>
    SendLink = 192350001,
}
