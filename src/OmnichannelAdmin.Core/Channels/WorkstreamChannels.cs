using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Channels;

/// <summary>The channels of workstreams: what the admin center's "Set up" wizard does.</summary>
public sealed class WorkstreamChannels
{
    private static readonly string[] AppleOnly =
        [nameof(AppleAccount.AuthSetting), nameof(AppleAccount.PaymentProfile)];

    private readonly RecordStore _store;

    /// <summary>Makes a reader and writer.</summary>
    /// <param name="store">The environment's records.</param>
    public WorkstreamChannels(RecordStore store) => _store = store;

    /// <summary>Refuses a channel that does not fit a workstream.</summary>
    /// <param name="workstream">The workstream.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="mayMove">Whether it may be taken from another workstream.</param>
    /// <exception cref="OcValidationException">It does not fit.</exception>
    public static void CheckFit(Workstream workstream, IMessagingChannel channel, bool mayMove)
    {
        if (workstream.StreamSource != channel.StreamSource)
        {
            throw new OcValidationException(
                "Workstream",
                "StreamSourceMismatch",
                $"Workstream '{workstream.Name}' takes {workstream.StreamSource}; "
                + $"'{channel.Name}' is a channel of the kind {channel.StreamSource}. "
                + "Use a workstream of that kind (New-OcWorkstream -StreamSource).");
        }

        if (!mayMove && channel.Workstream is { } other && other.Id != workstream.Id)
        {
            throw new OcValidationException(
                "Channel",
                "ChannelInUse",
                $"'{channel.Name}' belongs to workstream '{other}'; detach it first (Remove-OcWorkstreamChannel) or "
                    + "use -Force to move it.");
        }
    }

    /// <summary>Refuses to detach a channel that is attached to no workstream, or to another one.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="workstream">The workstream that it must belong to, or null for any.</param>
    /// <exception cref="OcValidationException">It does not belong to it.</exception>
    public static void CheckIsAttached(IMessagingChannel channel, Workstream? workstream)
    {
        if (channel.Workstream is { } own && (workstream is null || own.Id == workstream.Id))
            return;

        throw new OcValidationException(
            "Channel",
            "ChannelNotAttached",
            channel.Workstream is { } other
                ? $"'{channel.Name}' belongs to workstream '{other}', not to '{workstream!.Name}'."
                : $"'{channel.Name}' belongs to no workstream.");
    }

    /// <summary>Refuses what a kind of channel does not have.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="given">The names of what was given.</param>
    /// <exception cref="OcValidationException">The channel does not have it.</exception>
    public static void CheckHas(IMessagingChannel channel, IReadOnlySet<string> given)
    {
        var table = TableModel.Of(channel.GetType());
        var misfit = AppleOnly.FirstOrDefault(
            property => given.Contains(property) && table.FindColumn(property) is null);
        if (misfit is not null)
        {
            throw new OcValidationException(
                misfit, "ChannelHasNone",
                $"'{channel.Name}' is a {table.DisplayName}, which has no {misfit}; "
                    + "only Apple Messages for Business has.");
        }
    }

    /// <summary>Puts the switches to the values that depend on them, and attaches the channel.</summary>
    /// <param name="values">What was given for the channel.</param>
    /// <param name="workstream">The workstream.</param>
    /// <param name="channel">The channel.</param>
    /// <exception cref="OcValidationException">A value is missing or fits no other.</exception>
    public static void Complete(RecordValues values, Workstream workstream, IMessagingChannel channel)
    {
        if (channel.Workstream?.Id == workstream.Id)
            values.Leave(nameof(CustomChannel.Workstream));
        else
            values[nameof(CustomChannel.Workstream)] = new RecordReference(workstream.Id, workstream.Name);

        if (values[nameof(CustomChannel.Language)] is null && channel.Language is null)
        {
            throw new OcValidationException(
                "Language", "LanguageMissing", $"'{channel.Name}' has no language yet; name one with -Language.");
        }

        SwitchOn(values, nameof(AppleAccount.AuthSetting), nameof(AppleAccount.AuthenticationEnabled));
        SwitchOn(values, nameof(AppleAccount.PaymentProfile), nameof(AppleAccount.ApplePayEnabled));
        SwitchSurveyOn(values, nameof(CustomChannel.Survey), nameof(CustomChannel.SurveyEnabled));
        SwitchSurveyOn(values, nameof(CustomChannel.BotSurvey), nameof(CustomChannel.BotSurveyEnabled));
        values.Check(isNew: false);
    }

    /// <summary>The writes that give a channel automated messages of its own, in its language.</summary>
    /// <param name="channel">The channel as it will be.</param>
    /// <param name="texts">The texts by trigger.</param>
    /// <exception cref="OcValidationException">A text breaks a rule.</exception>
    public static IReadOnlyList<RecordWrite> PlanMessages(
        IMessagingChannel channel, IReadOnlyDictionary<AutomatedMessageTrigger, string> texts) =>
        [.. texts.OrderBy(text => text.Key).Select(text => PlanMessage(channel, text.Key, text.Value))];

    /// <summary>The channel with its automated messages.</summary>
    public Task<WorkstreamChannel> ShowAsync(IMessagingChannel channel, CancellationToken cancellationToken) =>
        ShowAsync(channel, [], cancellationToken);

    /// <summary>The channel as it is by now, with its automated messages.</summary>
    public async Task<WorkstreamChannel> ShowAgainAsync(IMessagingChannel channel, CancellationToken cancellationToken)
    {
        var found = await _store.FindAsync(TableModel.Of(channel.GetType()), channel.Id, cancellationToken)
            .ConfigureAwait(false);
        return found is IMessagingChannel now
            ? await ShowAsync(now, cancellationToken).ConfigureAwait(false)
            : throw new RecordNotFoundException(TableModel.Of(channel.GetType()), channel.Name);
    }

    /// <summary>The channel with its automated messages and those that are only planned.</summary>
    /// <param name="channel">The channel as it would be.</param>
    /// <param name="planned">The writes that would make messages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WorkstreamChannel> ShowAsync(
        IMessagingChannel channel, IReadOnlyList<RecordWrite> planned, CancellationToken cancellationToken)
    {
        var messages = planned.Select(write => write.After).OfType<AutomatedMessage>().ToList();
        var query = AutomatedMessage.Query(channel, trigger: null);
        await foreach (
            var message in _store.ReadAsync<AutomatedMessage>(query, cancellationToken).ConfigureAwait(false))
            messages.Add(message);

        return new WorkstreamChannel(channel, messages);
    }

    private static void SwitchOn(RecordValues values, string property, string enabled)
    {
        if (values.Table.FindColumn(property) is not null && values[property] is not null)
            values[enabled] = true;
    }

    private static void SwitchSurveyOn(RecordValues values, string survey, string enabled)
    {
        var mode = $"{survey}Mode";
        if (values[survey] is not null)
        {
            values[enabled] = true;
            values[mode] = SurveyMode.SendLink;
        }
        else if (values[$"{survey}Message"] is not null)
        {
            throw new OcValidationException(
                $"{survey}Message",
                "SurveyMissing",
                $"{survey}Message is the text that comes with a survey; name the survey with -{survey}.");
        }
    }

    private static RecordWrite PlanMessage(IMessagingChannel channel, AutomatedMessageTrigger trigger, string text)
    {
        var values = new RecordValues(TableModel.Of<AutomatedMessage>())
        {
            [nameof(AutomatedMessage.Trigger)] = trigger,
            [nameof(AutomatedMessage.Message)] = text,
        };
        AutomatedMessage.Assign(values, channel);
        values.Check(isNew: true);
        return RecordWrite.Create(values, Guid.NewGuid());
    }
}
