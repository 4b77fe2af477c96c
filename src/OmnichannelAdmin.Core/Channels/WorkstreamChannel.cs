using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>A channel as its workstream sees it, with what is set on it.</summary>
public sealed record WorkstreamChannel
{
    /// <summary>Shows a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="messages">The automated messages that are for it alone.</param>
    public WorkstreamChannel(IMessagingChannel channel, IReadOnlyList<AutomatedMessage> messages)
    {
        Channel = channel;
        AutomatedMessages = [.. messages.OrderBy(message => message.Trigger).ThenBy(message => message.Recipient)];
    }

    /// <summary>The channel itself.</summary>
    public IMessagingChannel Channel { get; }

    /// <summary>The workstream.</summary>
    public RecordReference? Workstream => Channel.Workstream;

    /// <summary>The channel's name.</summary>
    public string Name => Channel.Name;

    /// <summary>The kind of channel.</summary>
    public StreamSource StreamSource => Channel.StreamSource;

    /// <summary>The language of the channel.</summary>
    public RecordReference? Language => Channel.Language;

    /// <summary>The survey that follows the conversation, when one does.</summary>
    public RecordReference? Survey => Channel.SurveyEnabled == true ? Channel.Survey : null;

    /// <summary>How customers authenticate, when they can.</summary>
    public RecordReference? AuthSetting =>
        Channel is AppleAccount { AuthenticationEnabled: true } apple ? apple.AuthSetting : null;

    /// <summary>How customers pay, when they can.</summary>
    public RecordReference? PaymentProfile =>
        Channel is AppleAccount { ApplePayEnabled: true } apple ? apple.PaymentProfile : null;

    /// <summary>Whether customers can attach files.</summary>
    public bool? CustomerFileAttachments => Channel.CustomerFileAttachments;

    /// <summary>Whether customer service representatives can attach files.</summary>
    public bool? AgentFileAttachments => Channel.AgentFileAttachments;

    /// <summary>The automated messages that are for the channel alone.</summary>
    public IReadOnlyList<AutomatedMessage> AutomatedMessages { get; }

    /// <summary>The channel's GUID.</summary>
    public Guid Id => Channel.Id;

    /// <summary>The channel's name.</summary>
    public override string ToString() => Name;
}
