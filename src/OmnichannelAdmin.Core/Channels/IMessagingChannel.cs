using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>What a workstream sees of a channel, whatever its kind.</summary>
public interface IMessagingChannel
{
    /// <summary>The row's GUID.</summary>
    Guid Id { get; }

    /// <summary>The channel's name.</summary>
    string Name { get; }

    /// <summary>The kind of channel.</summary>
    StreamSource StreamSource { get; }

    /// <summary>The workstream that the channel's conversations go to.</summary>
    RecordReference? Workstream { get; }

    /// <summary>The language of the channel.</summary>
    RecordReference? Language { get; }

    /// <summary>Whether a survey follows the conversation.</summary>
    bool? SurveyEnabled { get; }

    /// <summary>That survey.</summary>
    RecordReference? Survey { get; }

    /// <summary>Whether customers can attach files.</summary>
    bool? CustomerFileAttachments { get; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    bool? AgentFileAttachments { get; }
}
