using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>Finds out what a workstream lacks before conversations can reach somebody through it.</summary>
public sealed class WorkstreamTest
{
    private const string Advice =
        "Add work classification and route-to-queue rules in the admin center, on the workstream's page.";

    private readonly RecordStore _store;

    /// <summary>Makes a test.</summary>
    /// <param name="store">The environment's records.</param>
    public WorkstreamTest(RecordStore store) => _store = store;

    /// <summary>Looks at a workstream, its channels and its routing.</summary>
    /// <param name="workstream">The workstream with its capacity profiles.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WorkstreamReport> RunAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var channels = await new ChannelFinder(_store).OfWorkstreamAsync(workstream.Id, cancellationToken).ConfigureAwait(false);
        return new WorkstreamReport
        {
            Workstream = new RecordReference(workstream.Id, workstream.Name),
            Checks =
            [
                CheckState(workstream),
                CheckMode(workstream),
                await CheckQueueAsync(workstream, cancellationToken).ConfigureAwait(false),
                CheckCapacity(workstream),
                CheckPresences(workstream),
                await CheckTemplatesAsync(workstream, cancellationToken).ConfigureAwait(false),
                CheckChannels(workstream, channels),
                CheckLanguages(channels),
                await CheckRoutingAsync(workstream, cancellationToken).ConfigureAwait(false),
            ],
        };
    }

    private static Check CheckState(Workstream workstream) => workstream.State == RecordState.Inactive
        ? Check.Failed(WorkstreamCheckNames.State, "It is inactive.", "Activate it in the admin center.")
        : Check.Passed(WorkstreamCheckNames.State, "It is active.");

    private static Check CheckMode(Workstream workstream) => workstream.Mode == WorkstreamMode.Simplified
        ? Check.Passed(WorkstreamCheckNames.Mode, "It belongs to today's admin center.")
        : Check.Warning(
            WorkstreamCheckNames.Mode,
            "It is a legacy workstream, which today's admin center does not show.",
            "Set-OcWorkstream -Mode Simplified, or make a new one.");

    private static Check CheckCapacity(Workstream workstream)
    {
        if (workstream.CapacityFormat == CapacityFormat.ProfileBased)
        {
            return workstream.CapacityProfiles.Count > 0
                ? Check.Passed(WorkstreamCheckNames.Capacity, $"By the profiles {Names(workstream.CapacityProfiles)}.")
                : Check.Failed(
                    WorkstreamCheckNames.Capacity,
                    "It counts capacity by profiles and has none.",
                    "Set-OcWorkstream -CapacityProfile, or -Capacity to count units.");
        }

        return workstream.Capacity > 0
            ? Check.Passed(WorkstreamCheckNames.Capacity, $"{workstream.Capacity} units a conversation.")
            : Check.Warning(WorkstreamCheckNames.Capacity, "A conversation takes no capacity.", "Set-OcWorkstream -Capacity.");
    }

    private static Check CheckPresences(Workstream workstream)
    {
        if (workstream.WorkDistributionMode == WorkDistributionMode.Pick)
            return Check.Skipped(WorkstreamCheckNames.Presences, "People pick their work.");

        return workstream.AllowedPresences is { Count: > 0 } presences
            ? Check.Passed(WorkstreamCheckNames.Presences, $"{presences}.")
            : Check.Warning(
                WorkstreamCheckNames.Presences,
                "No presence is named in which work is pushed to people.",
                "Set-OcWorkstream -AllowedPresences Available, Busy.");
    }

    private static Check CheckChannels(Workstream workstream, IReadOnlyList<IMessagingChannel> channels)
    {
        var misfits = channels.Where(channel => channel.StreamSource != workstream.StreamSource).ToList();
        if (misfits.Count > 0)
        {
            return Check.Failed(
                WorkstreamCheckNames.Channels,
                $"{Names(misfits)} is not of the kind {workstream.StreamSource} that the workstream takes.",
                "Remove-OcWorkstreamChannel, then Add-OcWorkstreamChannel with a workstream of that kind.");
        }

        return channels.Count > 0
            ? Check.Passed(WorkstreamCheckNames.Channels, $"{Names(channels)}.")
            : Check.Warning(WorkstreamCheckNames.Channels, "It has no messaging channel.", "Add-OcWorkstreamChannel.");
    }

    private static Check CheckLanguages(IReadOnlyList<IMessagingChannel> channels)
    {
        if (channels.Count == 0)
            return Check.Skipped(WorkstreamCheckNames.Languages, "It has no messaging channel.");

        var without = channels.Where(channel => channel.Language is null).ToList();
        return without.Count == 0
            ? Check.Passed(WorkstreamCheckNames.Languages, "Every channel has one.")
            : Check.Failed(
                WorkstreamCheckNames.Languages,
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
        group target by uniqueName into same
        select (same.Key, TableModel.Of(same.First()!));

    private async Task<Check> CheckQueueAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        if (workstream.DefaultQueue is not { } reference)
        {
            return Check.Warning(
                WorkstreamCheckNames.DefaultQueue,
                "Conversations that no rule sends elsewhere have no queue.",
                "Set-OcWorkstream -DefaultQueue.");
        }

        var queue = await _store.FindAsync<Queue>(RecordIdentity.Of(reference.Id), cancellationToken).ConfigureAwait(false);
        return IsForMessages(workstream.StreamSource) && queue.Type is not null and not QueueType.Messaging
            ? Check.Failed(
                WorkstreamCheckNames.DefaultQueue,
                $"'{queue.Name}' is a queue of the type {queue.Type}, and messages need one of the type Messaging.",
                "Set-OcWorkstream -DefaultQueue with one of Get-OcQueue -Type Messaging.")
            : Check.Passed(WorkstreamCheckNames.DefaultQueue, $"'{queue.Name}'.");
    }

    private static bool IsForMessages(StreamSource? source) =>
        source is StreamSource.Custom or StreamSource.AppleMessagesForBusiness or StreamSource.LiveChat;

    private async Task<Check> CheckTemplatesAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var named = UniqueNames(workstream).ToList();
        if (named.Count == 0)
            return Check.Skipped(WorkstreamCheckNames.Templates, "None is named.");

        var missing = new List<string>();
        foreach (var (uniqueName, table) in named)
        {
            if (!await _store.HasUniqueNameAsync(table, uniqueName, cancellationToken).ConfigureAwait(false))
                missing.Add($"{table.DisplayName} '{uniqueName}'");
        }

        return missing.Count == 0
            ? Check.Passed(WorkstreamCheckNames.Templates, "All that are named exist.")
            : Check.Failed(
                WorkstreamCheckNames.Templates,
                $"There is no {string.Join(", no ", missing)}.",
                "Set-OcWorkstream with a template of Get-OcSessionTemplate or Get-OcNotificationTemplate.");
    }

    private async Task<Check> CheckRoutingAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var configurations = await new ChildRows<RoutingConfiguration>(
            _store, nameof(RoutingConfiguration.Workstream), allAtOnce: false, cancellationToken)
            .OfAsync(workstream.Id, cancellationToken).ConfigureAwait(false);
        var active = configurations.FirstOrDefault(configuration => configuration.IsActiveConfiguration == true);
        if (active is null)
        {
            return workstream.DefaultQueue is null
                ? Check.Failed(WorkstreamCheckNames.Routing, "There is neither routing nor a default queue.", Advice)
                : Check.Warning(WorkstreamCheckNames.Routing, "There is none; all goes to the default queue.", Advice);
        }

        var steps = await new ChildRows<RoutingConfigurationStep>(
            _store, nameof(RoutingConfigurationStep.Configuration), allAtOnce: false, cancellationToken)
            .OfAsync(active.Id, cancellationToken).ConfigureAwait(false);
        return steps.Count > 0
            ? Check.Passed(WorkstreamCheckNames.Routing, $"'{active.Name}' with {steps.Count} steps.")
            : Check.Warning(WorkstreamCheckNames.Routing, $"'{active.Name}' has no steps.", Advice);
    }
}
