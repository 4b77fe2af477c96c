using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>Finds channels whatever their kind.</summary>
public sealed class ChannelFinder
{
    private readonly RecordStore _store;

    /// <summary>Makes a finder.</summary>
    /// <param name="store">The environment's records.</param>
    public ChannelFinder(RecordStore store) => _store = store;

    /// <summary>Finds the channel that is meant.</summary>
    /// <exception cref="RecordNotFoundException">There is none.</exception>
    /// <exception cref="AmbiguousNameException">Several have the name.</exception>
    public async Task<IMessagingChannel> FindAsync(RecordIdentity identity, CancellationToken cancellationToken) =>
        identity.Record as IMessagingChannel
        ?? await _store.FindAsync<CustomChannel>(identity, cancellationToken).ConfigureAwait(false);

    /// <summary>The channels whose conversations go to a workstream.</summary>
    public async Task<IReadOnlyList<IMessagingChannel>> OfWorkstreamAsync(Guid workstreamId, CancellationToken cancellationToken)
    {
        var channels = new ChildRows<CustomChannel>(_store, nameof(CustomChannel.Workstream), allAtOnce: false, cancellationToken);
        return await channels.OfAsync(workstreamId, cancellationToken).ConfigureAwait(false);
    }
}
