using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>Turns the signing of a channel's webhook posts on and off, as writes, and reads how it stands.</summary>
public sealed class WebhookAuthenticationStore
{
    private readonly DataverseClient _client;
    private readonly RecordStore _records;
    private readonly IDataverseObserver _observer;

    /// <summary>Makes the store.</summary>
    /// <param name="client">The environment's client.</param>
    /// <param name="observer">Who watches the requests.</param>
    public WebhookAuthenticationStore(DataverseClient client, IDataverseObserver observer)
    {
        _client = client;
        _observer = observer;
        _records = new RecordStore(client, observer);
    }

    /// <summary>The writes that turn it on: the identity is made and bound to the channel, all or nothing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="etag">The version that the channel must still have, or null when any will do.</param>
    /// <exception cref="OcValidationException">The channel has no webhook, application or tenant.</exception>
    public static IReadOnlyList<RecordWrite> Enabling(CustomChannel channel, string? etag)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var identity = RecordWrite.Create(ManagedIdentity.For(channel), Guid.NewGuid());
        return [identity, Binding(channel, new RecordReference(identity.Id, identity.Label), etag)];
    }

    /// <summary>The writes that turn it off: the channel lets go of its identity, which is removed unless others use it.</summary>
    /// <param name="channel">The channel; it has an identity.</param>
    /// <param name="etag">The version that the channel must still have, or null when any will do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<IReadOnlyList<RecordWrite>> DisablingAsync(
        CustomChannel channel, string? etag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var orphan = await FindOrphanAsync(channel, cancellationToken).ConfigureAwait(false);
        var unbinding = Binding(channel, identity: null, etag);
        return orphan is null ? [unbinding] : [unbinding, RecordWrite.Delete(orphan, orphan.ETag)];
    }

    /// <summary>The identity that would be left over without the channel; null when it has none or another uses it too.</summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<ManagedIdentity?> FindOrphanAsync(CustomChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.ManagedIdentity is not { } identity)
            return null;

        var column = TableModel.Of<CustomChannel>().Column(nameof(CustomChannel.ManagedIdentity)).Declaration.SelectName;
        var query = new RecordQuery { Filter = ODataFilter.Equal(column, identity.Id), Where = other => other.Id != channel.Id };
        await foreach (var _ in _records.ReadAsync<CustomChannel>(query, cancellationToken).ConfigureAwait(false))
            return null;

        return (ManagedIdentity?)await _records.FindAsync(TableModel.Of<ManagedIdentity>(), identity.Id, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads how it stands, and asks the platform for the subject.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="knownSubject">The subject that Entra has been told, or null when that is not known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<WebhookAuthentication> ReadAsync(
        CustomChannel channel, string? knownSubject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var state = new WebhookAuthentication
        {
            Id = channel.Id,
            Name = channel.Name,
            AppId = channel.AppId,
            TenantId = channel.TenantId,
        };
        if (channel.ManagedIdentity is not { } identity)
            return state;

        var subject = await ReadSubjectAsync(channel, cancellationToken).ConfigureAwait(false);
        return state with
        {
            ManagedIdentityId = identity.Id,
            Subject = subject,
            SubjectChanged = knownSubject is null ? null : subject != knownSubject,
        };
    }

    private static RecordWrite Binding(CustomChannel channel, RecordReference? identity, string? etag) => RecordWrite.Update(
        channel,
        new RecordValues(TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.ManagedIdentity)] = identity },
        etag);

    private async Task<string> ReadSubjectAsync(CustomChannel channel, CancellationToken cancellationToken)
    {
        var table = TableModel.Of<CustomChannel>().LogicalName;
        var path = $"GetComponentManagedIdentityFIC(ComponentName='{table}',ComponentId={channel.Id})";
        var response = await _client.SendAsync(new DataverseRequest(HttpMethod.Get, path), _observer, cancellationToken)
            .ConfigureAwait(false);
        return response.Body?.TextOf("FICSubject")
            ?? throw new DataverseException($"The environment answered {path} without a FICSubject.");
    }
}
