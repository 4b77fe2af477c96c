using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>Turns the signing of a channel's webhook posts on and off, as writes, and reads how it stands.</summary>
public sealed class WebhookAuthenticationStore
{
    private static readonly TableModel Signed = TableModel.Of<SignedChannel>();
    private static readonly ColumnAttribute IdentityColumn =
        Signed.Column(nameof(SignedChannel.ManagedIdentity)).Declaration;

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

    /// <summary>What there is to say when the environment lacks the column for a channel's identity.</summary>
    public static string NotSupported { get; } =
        $"This environment has no {WebhookAuthentication.FeatureName}: its table {Signed.LogicalName} lacks the column "
        + $"{IdentityColumn.Column}. An update of Omnichannel for Customer Service may bring it.";

    /// <summary>Reads a channel with its identity; null when the environment lacks the column for it.</summary>
    /// <param name="channel">The channel as it was read before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RecordNotFoundException">The channel is gone.</exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<SignedChannel?> FindSignedAsync(CustomChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        try
        {
            var found = await _records.FindAsync(Signed, channel.Id, cancellationToken).ConfigureAwait(false);
            return (SignedChannel?)found ?? throw new RecordNotFoundException(Signed, channel.Name);
        }
        catch (DataverseException e) when (LacksColumn(e))
        {
            return null;
        }
    }

    /// <summary>The writes that turn it on: the identity is made and bound to the channel, all or nothing.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="etag">The version that the channel must still have, or null when any will do.</param>
    /// <exception cref="OcValidationException">The channel has no webhook, application or tenant.</exception>
    public static IReadOnlyList<RecordWrite> Enabling(SignedChannel channel, string? etag)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var identity = RecordWrite.Create(ManagedIdentity.For(channel), Guid.NewGuid());
        return [identity, Binding(channel, new RecordReference(identity.Id, identity.Label), etag)];
    }

    /// <summary>
    /// The writes that turn it off: the channel lets go of its identity, which is removed unless others use it.
    /// </summary>
    /// <param name="channel">The channel; it has an identity.</param>
    /// <param name="etag">The version that the channel must still have, or null when any will do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<IReadOnlyList<RecordWrite>> DisablingAsync(
        SignedChannel channel, string? etag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var orphan = await FindOrphanAsync(channel, cancellationToken).ConfigureAwait(false);
        var unbinding = Binding(channel, identity: null, etag);
        return orphan is null ? [unbinding] : [unbinding, RecordWrite.Delete(orphan, orphan.ETag)];
    }

    /// <summary>
    /// The identity that would be left over without the channel; null when it has none or another uses it too.
    /// </summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<ManagedIdentity?> FindOrphanAsync(SignedChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.ManagedIdentity is not { } identity)
            return null;

        var query = new RecordQuery
        {
            Filter = IdentityColumn.IsEqualTo(identity),
            Where = other => other.Id != channel.Id,
        };
        await foreach (var _ in _records.ReadAsync<SignedChannel>(query, cancellationToken).ConfigureAwait(false))
            return null;

        return (ManagedIdentity?)await _records.FindAsync(
            TableModel.Of<ManagedIdentity>(), identity.Id, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads how it stands, and asks the platform for the subject.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="knownSubject">The subject that Entra has been told, or null when that is not known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<WebhookAuthentication> ReadAsync(
        SignedChannel channel, string? knownSubject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var state = WebhookAuthentication.OffFor(channel);
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

    private static RecordWrite Binding(SignedChannel channel, RecordReference? identity, string? etag) =>
        RecordWrite.Update(
            channel, new RecordValues(Signed) { [nameof(SignedChannel.ManagedIdentity)] = identity }, etag);

    // Both codes are what Dataverse says of a property that a table does not have; many other mistakes have them too.
    private static bool LacksColumn(DataverseException error) =>
        (error.Code == DataverseErrorCodes.BadODataRequest || error.Code == DataverseErrorCodes.QueryBuilderNoAttribute)
        && error.Message.Contains(IdentityColumn.Column, StringComparison.OrdinalIgnoreCase);

    private async Task<string> ReadSubjectAsync(SignedChannel channel, CancellationToken cancellationToken)
    {
        var path = $"GetComponentManagedIdentityFIC(ComponentName='{Signed.LogicalName}',ComponentId={channel.Id})";
        var response = await _client.SendAsync(new DataverseRequest(HttpMethod.Get, path), _observer, cancellationToken)
            .ConfigureAwait(false);
        return response.Body?.TextOf("FICSubject")
            ?? throw new DataverseException($"The environment answered {path} without a FICSubject.");
    }
}
