using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>
/// How a workstream is removed: nothing that belongs to it stays behind, and nothing that uses it is broken.
/// </summary>
public sealed class WorkstreamRemoval
{
    private readonly RecordStore _store;

    /// <summary>Makes a removal.</summary>
    /// <param name="store">The environment's records.</param>
    public WorkstreamRemoval(RecordStore store) => _store = store;

    /// <summary>The writes that remove a workstream, what belongs to it first.</summary>
    /// <param name="workstream">The workstream.</param>
    /// <param name="etag">The version that it must still have, or null when any will do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">
    /// Custom messaging channels use it, for which the platform refuses to delete it.
    /// </exception>
    public async Task<IReadOnlyList<RecordWrite>> PlanAsync(
        Workstream workstream, string? etag, CancellationToken cancellationToken)
    {
        var channels = await ChildrenAsync<CustomChannel>(
            workstream, nameof(CustomChannel.Workstream), cancellationToken)
            .ConfigureAwait(false);
        if (channels.Count > 0)
            throw InUse(workstream, channels);

        var variables = await ChildrenAsync<ContextVariable>(
            workstream, nameof(ContextVariable.Workstream), cancellationToken)
            .ConfigureAwait(false);
        var profiles = await ChildrenAsync<WorkstreamCapacityProfile>(
            workstream, nameof(WorkstreamCapacityProfile.Workstream), cancellationToken).ConfigureAwait(false);
        return
        [
            .. variables.Select(variable => RecordWrite.Delete(variable, etag: null)),
            .. profiles.Select(profile => RecordWrite.Delete(profile, etag: null)),
            RecordWrite.Delete(workstream, etag),
        ];
    }

    /// <summary>What follows from removing a workstream, or null where nothing does.</summary>
    public async Task<string?> ConsequenceAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var accounts = await ChildrenAsync<AppleAccount>(workstream, nameof(AppleAccount.Workstream), cancellationToken)
            .ConfigureAwait(false);
        return accounts.Count == 0
            ? null
            : $"The Apple Messages for Business accounts {Names(accounts)} are detached from it "
                + "and reach nobody any more.";
    }

    private static OcValidationException InUse(Workstream workstream, IReadOnlyList<CustomChannel> channels) => new(
        "Identity",
        "WorkstreamInUse",
        $"Workstream '{workstream.Name}' is in use by the custom messaging channels {Names(channels)}; "
        + "detach them first (Remove-OcWorkstreamChannel) or remove them.");

    private static string Names(IReadOnlyList<IMessagingChannel> channels) =>
        string.Join(", ", channels.Select(channel => $"'{channel.Name}'"));

    private Task<IReadOnlyList<T>> ChildrenAsync<T>(
        Workstream workstream, string property, CancellationToken cancellationToken)
        where T : OcRecord =>
        new ChildRows<T>(_store, property, allAtOnce: false, cancellationToken)
            .OfAsync(workstream.Id, cancellationToken);
}
