using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// Finds channels whatever their kind: custom messaging channels and Apple Messages for Business accounts.
/// </summary>
public sealed class ChannelFinder
{
    private readonly RecordStore _store;

    /// <summary>Makes a finder.</summary>
    /// <param name="store">The environment's records.</param>
    public ChannelFinder(RecordStore store) => _store = store;

    /// <summary>Finds the channel that is meant.</summary>
    /// <exception cref="RecordNotFoundException">There is none of either kind.</exception>
    /// <exception cref="AmbiguousNameException">Several of one kind have the name.</exception>
    /// <exception cref="OcValidationException">Channels of both kinds have the name.</exception>
    public async Task<IMessagingChannel> FindAsync(RecordIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.Record is AppleAccount)
            return await _store.FindAsync<AppleAccount>(identity, cancellationToken).ConfigureAwait(false);

        var custom = await FindOrNullAsync<CustomChannel>(identity, cancellationToken).ConfigureAwait(false);
        if (identity.Record is not null && custom is not null)
            return custom;

        var apple = await FindOrNullAsync<AppleAccount>(identity, cancellationToken).ConfigureAwait(false);
        return (custom, apple) switch
        {
            ({ }, { }) => throw new OcValidationException(
                "Channel",
                "ChannelOfBothKinds",
                $"A custom messaging channel and an Apple Messages for Business account are called '{identity}'; "
                + "give the GUID, or the object (Get-OcCustomChannel, Get-OcAppleAccount)."),
            (null, null) => throw new RecordNotFoundException(TableModel.Of<CustomChannel>(), identity.ToString()),
            _ => (IMessagingChannel?)custom ?? apple!,
        };
    }

    /// <summary>The channels whose conversations go to a workstream, custom ones first.</summary>
    public async Task<IReadOnlyList<IMessagingChannel>> OfWorkstreamAsync(
        Guid workstreamId, CancellationToken cancellationToken)
    {
        var custom = new ChildRows<CustomChannel>(
            _store, nameof(CustomChannel.Workstream), allAtOnce: false, cancellationToken);
        var apple = new ChildRows<AppleAccount>(
            _store, nameof(AppleAccount.Workstream), allAtOnce: false, cancellationToken);
        return
        [
            .. await custom.OfAsync(workstreamId, cancellationToken).ConfigureAwait(false),
            .. await apple.OfAsync(workstreamId, cancellationToken).ConfigureAwait(false),
        ];
    }

    private async Task<T?> FindOrNullAsync<T>(RecordIdentity identity, CancellationToken cancellationToken)
        where T : OcRecord
    {
        try
        {
            return await _store.FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
        }
        catch (RecordNotFoundException)
        {
            return null;
        }
    }
}
