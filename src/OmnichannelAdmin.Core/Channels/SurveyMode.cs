namespace OmnichannelAdmin.Channels;

/// <summary>How customers get a survey after a conversation.</summary>
public enum SurveyMode
{
    /// <summary>The survey is shown in the conversation; live chat only.</summary>
    InsertInConversation = 192350000,

    /// <summary>The conversation gets a link to the survey.</summary>
    SendLink = 192350001,
}
