using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>
/// An automated message. One that names a channel holds for that channel alone and goes before the one of all channels
/// of the kind.
/// </summary>
[Table(
    "msdyn_ocsystemmessage",
    Set = "msdyn_ocsystemmessages",
    DisplayName = "automated message",
    KeyProperties = [nameof(StreamSource), nameof(Trigger), nameof(Recipient), nameof(ChannelId)],
    Section = "automatedMessages")]
public sealed record AutomatedMessage : OcRecord
{
    /// <summary>The message's name, at most 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100)]
    public string? Name { get; init; }

    /// <summary>What it is sent upon.</summary>
    [Choice("msdyn_systemmessageeventtype", Required = true)]
    public AutomatedMessageTrigger? Trigger { get; init; }

    /// <summary>
    /// Its text, 1 to 2,000 characters; <c>{AgentName}</c>, <c>{QueueName}</c> and <c>{$Variable$}</c> are filled in.
    /// </summary>
    [Text("msdyn_messagetext", MaxLength = 2000, Required = true)]
    public string Message { get; init; } = "";

    /// <summary>Who gets it.</summary>
    [Choice("msdyn_messagereceiver", Required = true)]
    public MessageRecipient? Recipient { get; init; }

    /// <summary>The language of the text.</summary>
    [Lookup("msdyn_defaultlanguage", typeof(Language), Navigation = "msdyn_defaultlanguage", Required = true)]
    public RecordReference? Language { get; init; }

    /// <summary>
    /// The text in other languages, by the languages' names. The texts are rows of a table of their own.
    /// </summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>The kind of channel that it is for.</summary>
    [Choice("msdyn_streamsource", Required = true)]
    public StreamSource? StreamSource { get; init; }

    /// <summary>The GUID of the channel that it is for, or null when it is for all channels of the kind.</summary>
    [Instance("msdyn_instanceid", ToldBy = nameof(StreamSource), MaxLength = 2000, DocumentName = "channel")]
    [InstanceOf(Workstreams.StreamSource.Custom, typeof(CustomChannel))]
    [InstanceOf(Workstreams.StreamSource.AppleMessagesForBusiness, typeof(AppleAccount))]
    public string? ChannelId { get; init; }

    /// <summary>What it is for, at most 2,000 characters.</summary>
    [Text("msdyn_messagedescription", MaxLength = 2000)]
    public string? Description { get; init; }

    /// <summary>Whether it is sent upon a trigger or is a template for representatives.</summary>
    [Choice("msdyn_messagetype", Derived = true)]
    public AutomatedMessageType? Type { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>
    /// Templates for representatives are no automated messages; and a channel of another kind has no key here.
    /// </summary>
    internal override bool IsOutsideDocuments =>
        Type == AutomatedMessageType.MessageTemplate
        || Trigger is null
        || (ChannelId is not null && Table.Column(nameof(ChannelId)).TargetIn(_ => StreamSource) is null);

    private static TableModel Table => TableModel.Of<AutomatedMessage>();

    /// <summary>Refuses what a new message cannot be, as far as that can be told before its channel is known.</summary>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public static void CheckGiven(RecordValues values)
    {
        values.Require(nameof(Trigger), isNew: true);
        values.Require(nameof(Message), isNew: true);
        values.Check(isNew: false);
    }

    /// <summary>Makes the given values those of a message of a channel.</summary>
    /// <param name="values">
    /// What was given; what is not is filled in: the customer as recipient, the channel's language, a name.
    /// </param>
    /// <param name="channel">The channel.</param>
    public static void Assign(RecordValues values, IMessagingChannel channel)
    {
        values[nameof(StreamSource)] = channel.StreamSource;
        values[nameof(ChannelId)] = channel.Id.ToString();
        values[nameof(Type)] = AutomatedMessageType.AutomatedMessage;
        if (!values.Has(nameof(Recipient)))
            values[nameof(Recipient)] = MessageRecipient.Customer;
        if (!values.Has(nameof(Language)))
            values[nameof(Language)] = channel.Language;
        if (!values.Has(nameof(Name)))
            values[nameof(Name)] = NameOf(channel.Name, values[nameof(Trigger)]);
    }

    /// <summary>The messages of one channel alone and of one trigger; null stands for any.</summary>
    public static RecordQuery Query(IMessagingChannel? channel, AutomatedMessageTrigger? trigger)
    {
        var conditions = new List<ODataFilter>();
        if (channel is not null)
            conditions.Add(Table.Column(nameof(ChannelId)).Declaration.IsEqualTo(channel.Id.ToString()));
        if (trigger is not null)
            conditions.Add(Table.Column(nameof(Trigger)).Declaration.IsEqualTo(trigger));

        return new RecordQuery
        {
            Filter = conditions.Count == 0 ? null : ODataFilter.And(conditions),
            Where = record => record is AutomatedMessage message
                && (trigger is null || message.Trigger == trigger)
                && (channel is null || message.IsOf(channel)),
        };
    }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        var channel = FindChannel(related);
        values[nameof(Type)] = AutomatedMessageType.AutomatedMessage;
        if (!values.Has(nameof(Language)))
            values[nameof(Language)] = channel?.Language;
        if (!values.Has(nameof(Name)))
            values[nameof(Name)] = NameOf(channel?.Name ?? $"{StreamSource}", Trigger);
    }

    private IMessagingChannel? FindChannel(IRelatedRecords related)
    {
        if (!Guid.TryParse(ChannelId, out var id))
            return null;

        var reference = new RecordReference(id);
        return (IMessagingChannel?)related.Find<CustomChannel>(reference) ?? related.Find<AppleAccount>(reference);
    }

    private static string NameOf(string channel, object? trigger)
    {
        var limit = ((TextAttribute)Table.Column(nameof(Name)).Declaration).MaxLength;
        var name = $"{trigger} of {channel}";
        return name.Length > limit ? name[..limit] : name;
    }

    private bool IsOf(IMessagingChannel channel) =>
        string.Equals(ChannelId, channel.Id.ToString(), StringComparison.OrdinalIgnoreCase);
}
