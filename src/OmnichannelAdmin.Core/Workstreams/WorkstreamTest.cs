using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>Finds out what a workstream lacks before conversations can reach somebody through it.</summary>
public sealed class WorkstreamTest
{
    private const string Advice =
        "Add work classification and route-to-queue rules in the admin center, on the workstream's page.";

    private readonly RecordStore _store;
    private readonly OcConnection _connection;

    /// <summary>Makes a test.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="store">The connection's records.</param>
    public WorkstreamTest(OcConnection connection, RecordStore store)
    {
        _connection = connection;
        _store = store;
    }

    /// <summary>Looks at a workstream, its channels and its routing.</summary>
    /// <param name="workstream">The workstream with its capacity profiles.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OcTestResult> RunAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workstream);
        var channels = await new ChannelFinder(_store).OfWorkstreamAsync(workstream.Id, cancellationToken)
            .ConfigureAwait(false);
        var checks = new CheckList();
        checks.Add(WorkstreamCheckNames.State, CheckState(workstream));
        checks.Add(WorkstreamCheckNames.Mode, CheckMode(workstream));
        await checks.RunAsync(WorkstreamCheckNames.DefaultQueue, () => CheckQueueAsync(workstream, cancellationToken))
            .ConfigureAwait(false);
        checks.Add(WorkstreamCheckNames.Capacity, CheckCapacity(workstream));
        checks.Add(WorkstreamCheckNames.Presences, CheckPresences(workstream));
        await checks.RunAsync(WorkstreamCheckNames.Templates, () => CheckTemplatesAsync(workstream, cancellationToken))
            .ConfigureAwait(false);
        checks.Add(WorkstreamCheckNames.Channels, CheckChannels(workstream, channels));
        checks.Add(WorkstreamCheckNames.Languages, CheckLanguages(channels));
        await checks.RunAsync(WorkstreamCheckNames.Routing, () => CheckRoutingAsync(workstream, cancellationToken))
            .ConfigureAwait(false);
        return checks.ResultFor(workstream.Name, _connection.Environment, _connection.Time);
    }

    private static CheckVerdict CheckState(Workstream workstream) => workstream.State == RecordState.Inactive
        ? CheckVerdict.Failed("It is inactive.", "Activate it in the admin center.")
        : CheckVerdict.Passed("It is active.");

    private static CheckVerdict CheckMode(Workstream workstream) => workstream.Mode == WorkstreamMode.Simplified
        ? CheckVerdict.Passed("It belongs to today's admin center.")
        : CheckVerdict.Warning(
            "It is a legacy workstream, which today's admin center does not show.",
            "Set-OcWorkstream -Mode Simplified, or make a new one.");

    private static CheckVerdict CheckCapacity(Workstream workstream)
    {
        if (workstream.CapacityFormat == CapacityFormat.ProfileBased)
        {
            return workstream.CapacityProfiles.Count > 0
                ? CheckVerdict.Passed($"By the profiles {Names(workstream.CapacityProfiles)}.")
                : CheckVerdict.Failed(
                    "It counts capacity by profiles and has none.",
                    "Set-OcWorkstream -CapacityProfile, or -Capacity to count units.");
        }

        return workstream.Capacity > 0
            ? CheckVerdict.Passed($"{workstream.Capacity} units a conversation.")
            : CheckVerdict.Warning("A conversation takes no capacity.", "Set-OcWorkstream -Capacity.");
    }

    private static CheckVerdict CheckPresences(Workstream workstream)
    {
        if (workstream.WorkDistributionMode == WorkDistributionMode.Pick)
            return CheckVerdict.Skipped("People pick their work.");

        return workstream.AllowedPresences is { Count: > 0 } presences
            ? CheckVerdict.Passed($"{presences}.")
            : CheckVerdict.Warning(
                "No presence is named in which work is pushed to people.",
                "Set-OcWorkstream -AllowedPresences Available, Busy.");
    }

    private static CheckVerdict CheckChannels(Workstream workstream, IReadOnlyList<IMessagingChannel> channels)
    {
        var misfits = channels.Where(channel => channel.StreamSource != workstream.StreamSource).ToList();
        if (misfits.Count > 0)
        {
            return CheckVerdict.Failed(
                $"{Names(misfits)} is not of the kind {workstream.StreamSource} that the workstream takes.",
                "Remove-OcWorkstreamChannel, then Add-OcWorkstreamChannel with a workstream of that kind.");
        }

        return channels.Count > 0
            ? CheckVerdict.Passed($"{Names(channels)}.")
            : CheckVerdict.Warning("It has no messaging channel.", "Add-OcWorkstreamChannel.");
    }

    private static CheckVerdict CheckLanguages(IReadOnlyList<IMessagingChannel> channels)
    {
        if (channels.Count == 0)
            return CheckVerdict.Skipped("It has no messaging channel.");

        var without = channels.Where(channel => channel.Language is null).ToList();
        return without.Count == 0
            ? CheckVerdict.Passed("Every channel has one.")
            : CheckVerdict.Failed(
                $"{Names(without)} has no language.",
                "Add-OcWorkstreamChannel -Language for the same workstream and channel.");
    }

    private static string Names(IEnumerable<IMessagingChannel> channels) =>
        string.Join(", ", channels.Select(channel => $"'{channel.Name}'"));

    private static string Names(IEnumerable<RecordReference> references) =>
        string.Join(", ", references.Select(reference => $"'{reference}'"));

    private static IEnumerable<(string UniqueName, TableModel Table)> UniqueNames(Workstream workstream) =>
        from column in TableModel.Of<Workstream>().Columns
        let target = (column.Declaration as TextAttribute)?.UniqueNameOf
        let uniqueName = target is null ? null : column.ValueOf(workstream) as string
        where uniqueName is not null
        group uniqueName by (uniqueName, target) into same
        select (same.Key.uniqueName, TableModel.Of(same.Key.target));

    private async Task<CheckVerdict> CheckQueueAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        if (workstream.DefaultQueue is not { } reference)
        {
            return CheckVerdict.Warning(
                "Conversations that no rule sends elsewhere have no queue.",
                "Set-OcWorkstream -DefaultQueue.");
        }

        var queue = await _store.FindAsync<Queue>(RecordIdentity.Of(reference.Id), cancellationToken)
            .ConfigureAwait(false);
        return IsForMessages(workstream.StreamSource) && queue.Type is not null and not QueueType.Messaging
            ? CheckVerdict.Failed(
                $"'{queue.Name}' is a queue of the type {queue.Type}, and messages need one of the type Messaging.",
                "Set-OcWorkstream -DefaultQueue with one of Get-OcQueue -Type Messaging.")
            : CheckVerdict.Passed($"'{queue.Name}'.");
    }

    private static bool IsForMessages(StreamSource? source) =>
        source is StreamSource.Custom or StreamSource.AppleMessagesForBusiness or StreamSource.LiveChat;

    private async Task<CheckVerdict> CheckTemplatesAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var named = UniqueNames(workstream).ToList();
        if (named.Count == 0)
            return CheckVerdict.Skipped("None is named.");

        var missing = new List<string>();
        foreach (var (uniqueName, table) in named)
        {
            if (!await _store.HasUniqueNameAsync(table, uniqueName, cancellationToken).ConfigureAwait(false))
                missing.Add($"{table.DisplayName} '{uniqueName}'");
        }

        return missing.Count == 0
            ? CheckVerdict.Passed("All that are named exist.")
            : CheckVerdict.Failed(
                $"There is no {string.Join(", no ", missing)}.",
                "Set-OcWorkstream with a template of Get-OcSessionTemplate or Get-OcNotificationTemplate.");
    }

    private async Task<CheckVerdict> CheckRoutingAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var configurations = await new ChildRows<RoutingConfiguration>(
            _store, nameof(RoutingConfiguration.Workstream), allAtOnce: false, cancellationToken)
            .OfAsync(workstream.Id, cancellationToken).ConfigureAwait(false);
        var active = configurations.FirstOrDefault(configuration => configuration.IsActiveConfiguration == true);
        if (active is null)
        {
            return workstream.DefaultQueue is null
                ? CheckVerdict.Failed("There is neither routing nor a default queue.", Advice)
                : CheckVerdict.Warning("There is none; all goes to the default queue.", Advice);
        }

        var steps = await new ChildRows<RoutingConfigurationStep>(
            _store, nameof(RoutingConfigurationStep.Configuration), allAtOnce: false, cancellationToken)
            .OfAsync(active.Id, cancellationToken).ConfigureAwait(false);
        return steps.Count > 0
            ? CheckVerdict.Passed($"'{active.Name}' with {steps.Count} steps.")
            : CheckVerdict.Warning($"'{active.Name}' has no steps.", Advice);
    }
}
