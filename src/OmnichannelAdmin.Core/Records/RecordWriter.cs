using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Records;

/// <summary>Writes records: into the journal first, then to the environment, where a lost answer is settled.</summary>
internal sealed class RecordWriter
{
    private readonly RecordStore _store;
    private readonly DataverseClient _client;
    private readonly IDataverseObserver _observer;
    private readonly ChangeJournal? _journal;

    public RecordWriter(
        RecordStore store, DataverseClient client, IDataverseObserver observer, ChangeJournal? journal)
    {
        _store = store;
        _client = client;
        _observer = observer;
        _journal = journal;
    }

    /// <inheritdoc cref="RecordStore.ApplyAsync"/>
    public async Task<OcRecord?> ApplyAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        var answers = await CarryOutAsync(
            [write],
            async writes => [await SendAsync(writes[0], cancellationToken).ConfigureAwait(false)],
            cancellationToken).ConfigureAwait(false);
        return answers[0].Record;
    }

    /// <inheritdoc cref="RecordStore.ApplyAllAsync"/>
    public Task ApplyAllAsync(IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        CarryOutAsync(writes, all => SendAllAsync(all, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<WriteAnswer>> CarryOutAsync(
        IReadOnlyList<RecordWrite> writes,
        Func<IReadOnlyList<RecordWrite>, Task<IReadOnlyList<WriteAnswer>>> send,
        CancellationToken cancellationToken)
    {
        if (_journal is null)
            return await send(writes).ConfigureAwait(false);

        var known = new List<RecordWrite>();
        var changes = new List<RecordedChange>();
        foreach (var write in writes)
        {
            known.Add(await WithBeforeAsync(write, cancellationToken).ConfigureAwait(false));
            changes.Add(_journal.NewChange(
                known[^1], await ReferencesToAsync(write, writes, cancellationToken).ConfigureAwait(false)));
        }

        return await _journal.RecordAsync(changes, () => send(known), cancellationToken).ConfigureAwait(false);
    }

    // What other writes of the same change set do to a lookup is recorded with them.
    private async Task<IReadOnlyList<LostReference>> ReferencesToAsync(
        RecordWrite write, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        if (write.Kind != RecordWriteKind.Delete)
            return [];

        var references = await new ReferenceReader(_store).ReadAsync(write.Table, write.Id, cancellationToken)
            .ConfigureAwait(false);
        return [.. references.Where(reference => !writes.Any(other => Settles(other, reference)))];
    }

    private static bool Settles(RecordWrite write, LostReference reference) => write.Id == reference.RecordId
        && (write.Kind == RecordWriteKind.Delete || write.Changes.Any(
            change => change.Column.Name == reference.Column));

    // Without an etag the write goes through whatever is there, which may not be what the user has seen.
    private async Task<RecordWrite> WithBeforeAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        if (write.ETag is not null || write.Kind is not (RecordWriteKind.Update or RecordWriteKind.Delete))
            return write;

        var before = await _store.FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return before is null ? write : write with
        {
            Before = before,
            Changes = [.. write.Changes.Select(change => change with { Before = change.Column.ValueOf(before) })],
        };
    }

    private async Task<WriteAnswer> SendAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.SendAsync(RequestFor(write), _observer, cancellationToken)
                .ConfigureAwait(false);
            if (response.Body is not { } row)
                return new WriteAnswer(null, response.ETag, response.RequestId);
            if (write.Table.Links.Count > 0)
                return await ReadBackAsync(write, response, cancellationToken).ConfigureAwait(false);

            var record = await _store.ReadRowAsync(write.Table, row, cancellationToken).ConfigureAwait(false);
            return new WriteAnswer(record, record.ETag, response.RequestId);
        }
        catch (DataverseException e)
        {
            if (e.FollowsLostAnswer && MayBeOurOwn(write, e))
                return await SettleAsync(write, e, cancellationToken).ConfigureAwait(false);

            if (e.Code == DataverseErrorCodes.OptimisticConcurrencyNotEnabled && write.ETag is not null)
                return await SendUncheckedAsync(write, cancellationToken).ConfigureAwait(false);

            throw Explain(write, e);
        }
    }

    // The answer to a write has no other rows along.
    private async Task<WriteAnswer> ReadBackAsync(
        RecordWrite write, DataverseResponse response, CancellationToken cancellationToken)
    {
        var record = await _store.FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return new WriteAnswer(record, record?.ETag ?? response.ETag, response.RequestId);
    }

    private async Task<IReadOnlyList<WriteAnswer>> SendAllAsync(
        IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var batch = new BatchRequest([BatchItem.ChangeSet([.. writes.Select(RequestFor)])]);
        var outcomes = await _client.SendBatchAsync(batch, _observer, cancellationToken).ConfigureAwait(false);
        if (outcomes[0].Error is not { } error)
            return [.. outcomes[0].Responses.Select(
                response => new WriteAnswer(null, response.ETag, response.RequestId))];

        if (error.FollowsLostAnswer && await AreAllInPlaceAsync(writes, cancellationToken).ConfigureAwait(false))
            return [.. writes.Select(_ => new WriteAnswer(null, null, error.RequestId))];

        if (error.Code == DataverseErrorCodes.OptimisticConcurrencyNotEnabled && writes.Any(
            write => write.ETag is not null))
        {
            var compared = await CompareVersionsAsync(writes, error.BatchIndex, cancellationToken)
                .ConfigureAwait(false);
            return await SendAllAsync(compared, cancellationToken).ConfigureAwait(false);
        }

        throw Explain(error.BatchIndex is { } index ? writes[index] : WithSecrets(writes), error);
    }

    private static Exception Explain(RecordWrite write, DataverseException error)
    {
        if (error.Code == DataverseErrorCodes.ConcurrencyVersionMismatch)
            return new RecordChangedException(write, error);
        if (error.Code == DataverseErrorCodes.ObjectDoesNotExist
            && write.Kind is RecordWriteKind.Update or RecordWriteKind.Delete)
            return new RecordNotFoundException(write.Table, write.Label, error);

        return (Exception?)ColumnSecurityException.Of(write, error) ?? error;
    }

    // When the server does not say which write of several it refused, one with secrets is the likeliest to need
    // explaining.
    private static RecordWrite WithSecrets(IReadOnlyList<RecordWrite> writes) =>
        writes.FirstOrDefault(write => write.Changes.Any(change => change.Column.Declaration.IsSecret)) ?? writes[0];

    // After a lost answer these refusals may only say that the first attempt was carried out.
    private static bool MayBeOurOwn(RecordWrite write, DataverseException error) => write.Kind switch
    {
        RecordWriteKind.Create or RecordWriteKind.Link => error.Code == DataverseErrorCodes.DuplicateRecord,
        RecordWriteKind.Update => error.Code == DataverseErrorCodes.ConcurrencyVersionMismatch,
        _ => error.Status == System.Net.HttpStatusCode.NotFound,
    };

    private DataverseRequest RequestFor(RecordWrite write) =>
        RecordWriteRequest.For(write, _client.Environment.ApiRoot);

    // A table without optimistic concurrency refuses every If-Match, so the version is compared here.
    private async Task<WriteAnswer> SendUncheckedAsync(RecordWrite write, CancellationToken cancellationToken) =>
        await SendAsync(
        await WithComparedVersionAsync(
            write, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    // The same for a change set: the server names a write of the table, or none, and then all tables are suspected.
    private async Task<IReadOnlyList<RecordWrite>> CompareVersionsAsync(
        IReadOnlyList<RecordWrite> writes, int? refused, CancellationToken cancellationToken)
    {
        var table = refused is { } index && writes[index].ETag is not null ? writes[index].Table : null;
        var compared = new List<RecordWrite>();
        foreach (var write in writes)
        {
            var isMeant = write.ETag is not null && (table is null || write.Table == table);
            compared.Add(
                isMeant ? await WithComparedVersionAsync(write, cancellationToken).ConfigureAwait(false) : write);
        }

        return compared;
    }

    private async Task<RecordWrite> WithComparedVersionAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        var found = await _store.FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new RecordNotFoundException(write.Table, write.Label);
        return found.ETag == write.ETag ? write with { ETag = null } : throw new RecordChangedException(write);
    }

    private async Task<WriteAnswer> SettleAsync(
        RecordWrite write, DataverseException error, CancellationToken cancellationToken)
    {
        if (write.Kind is RecordWriteKind.Delete or RecordWriteKind.Link or RecordWriteKind.Unlink)
            return new WriteAnswer(null, null, error.RequestId);

        var found = await _store.FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return IsAsWritten(write, found)
            ? new WriteAnswer(found, found!.ETag, error.RequestId)
            : throw Explain(write, error);
    }

    private async Task<bool> AreAllInPlaceAsync(IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            if (!await IsInPlaceAsync(write, cancellationToken).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private async Task<bool> IsInPlaceAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        if (write.Link is { } link)
            return await IsLinkedAsync(
                write, link, cancellationToken).ConfigureAwait(false) == (write.Kind == RecordWriteKind.Link);

        var found = await _store.FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return write.Kind == RecordWriteKind.Delete ? found is null : IsAsWritten(write, found);
    }

    private async Task<bool> IsLinkedAsync(RecordWrite write, RecordLink link, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Select = [link.Target.PrimaryKey],
            Filter = ODataFilter.Equal(link.Target.PrimaryKey, link.TargetId),
        };
        var path = query.ToPath($"{ODataPath.Row(write.Table.EntitySet, write.Id)}/{link.Navigation}");
        var response = await _client.SendAsync(RecordRequests.Get(path), _observer, cancellationToken)
            .ConfigureAwait(false);
        return response.Body!.Value.GetProperty("value").GetArrayLength() > 0;
    }

    private static bool IsAsWritten(RecordWrite write, OcRecord? found) =>
        found is not null && write.Changes
            .Where(change => !change.Column.Declaration.IsSecret)
            .All(change => Equals(change.Column.ValueOf(found), change.After));
}
