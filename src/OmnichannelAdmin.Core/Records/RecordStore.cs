using System.Runtime.CompilerServices;
using System.Text.Json;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Records;

/// <summary>Reads and writes the records of one environment.</summary>
public sealed class RecordStore
{
    private const string Annotations = "odata.include-annotations=\"*\"";

    // As many as tell a user that a name is ambiguous, with room for rows that only the server's collation thinks equal.
    private const int NameMatches = 50;

    private readonly DataverseClient _client;
    private readonly IDataverseObserver _observer;
    private readonly ChangeJournal? _journal;

    /// <summary>Makes a store.</summary>
    /// <param name="client">The environment's client.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="journal">Where writes are recorded before they are sent, or null for nowhere.</param>
    public RecordStore(DataverseClient client, IDataverseObserver observer, ChangeJournal? journal = null)
    {
        _client = client;
        _observer = observer;
        _journal = journal;
    }

    /// <summary>Reads the rows that a query asks for, in the order of their names, page by page.</summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : OcRecord
    {
        await foreach (var record in ReadAsync(TableModel.Of<T>(), query, cancellationToken).ConfigureAwait(false))
            yield return (T)record;
    }

    /// <summary>Reads the rows of a table that a query asks for, in the order of their names, page by page.</summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async IAsyncEnumerable<OcRecord> ReadAsync(
        TableModel table, RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = QueryFor(table, query);
        var secrets = await ReadSecretsAsync(table, options.Filter, cancellationToken).ConfigureAwait(false);
        var request = Get(options.ToPath(table.EntitySet));
        await foreach (var page in _client.ReadPagesAsync(request, _observer, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page.Rows)
            {
                var record = Read(table, row);
                secrets.ApplyTo(record);
                if (Passes(table, query, record))
                    yield return record;
            }
        }
    }

    /// <summary>Finds the row that is meant; a record that was read before is taken as it is.</summary>
    /// <exception cref="OcValidationException">The identity is a record of another table.</exception>
    /// <exception cref="RecordNotFoundException">There is none.</exception>
    /// <exception cref="AmbiguousNameException">Several have the name.</exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<T> FindAsync<T>(RecordIdentity identity, CancellationToken cancellationToken)
        where T : OcRecord => (T)await FindAsync(TableModel.Of<T>(), identity, cancellationToken).ConfigureAwait(false);

    /// <summary>Finds the row that is meant, or reads them all when none is named.</summary>
    /// <exception cref="RecordNotFoundException">The row that is named does not exist.</exception>
    /// <exception cref="AmbiguousNameException">Several have the name.</exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public IAsyncEnumerable<T> FindOneOrAllAsync<T>(RecordIdentity? identity, CancellationToken cancellationToken)
        where T : OcRecord => identity is null
            ? ReadAsync<T>(new RecordQuery(), cancellationToken)
            : FindOneAsync<T>(identity, cancellationToken);

    /// <summary>Reads the row of that GUID, or null when there is none.</summary>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<OcRecord?> FindAsync(TableModel table, Guid id, CancellationToken cancellationToken)
    {
        var path = new ODataQuery { Select = table.Select, Expand = ExpandOf(
            table) }.ToPath(ODataPath.Row(table.EntitySet, id));
        try
        {
            var response = await _client.SendAsync(Get(path), _observer, cancellationToken).ConfigureAwait(false);
            var record = Read(table, response.Body!.Value);
            await ReadSecretsAsync(table, record, cancellationToken).ConfigureAwait(false);
            return record;
        }
        catch (DataverseException e) when (e.Code == DataverseErrorCodes.ObjectDoesNotExist)
        {
            return null;
        }
    }

    /// <summary>Finds the row that has the key which the values give, or null when there is none.</summary>
    /// <exception cref="AmbiguousNameException">Several have the key.</exception>
    public async Task<OcRecord?> FindOfSameKeyAsync(RecordValues values, CancellationToken cancellationToken)
    {
        var key = values.Table.Key.Select(column => column.Declaration.IsEqualTo(values[column.Name]));
        var matches = await FindSomeAsync(values.Table, ODataFilter.And([.. key]), cancellationToken)
            .ConfigureAwait(false);
        return OnlyOne(values.Table, [.. matches.Where(match => HasKey(match, values))]);
    }

    /// <summary>Finds all the rows that are meant.</summary>
    /// <exception cref="RecordNotFoundException">One does not exist.</exception>
    /// <exception cref="AmbiguousNameException">Several have a name.</exception>
    public async Task<IReadOnlyList<RecordReference>> FindReferencesAsync<T>(
        IEnumerable<RecordIdentity> identities, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var found = new List<RecordReference>();
        foreach (var identity in identities)
        {
            var record = await FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
            found.Add(new RecordReference(record.Id, TableModel.Of<T>().NameOf(record)));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Whether a row has that unique name.</summary>
    /// <param name="table">A table whose rows have unique names.</param>
    /// <param name="uniqueName">The unique name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> HasUniqueNameAsync(TableModel table, string uniqueName, CancellationToken cancellationToken)
    {
        var isIt = table.OtherNameColumn!.Declaration.IsEqualTo(uniqueName);
        return (await FindSomeAsync(table, isIt, cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    /// <summary>
    /// Turns what a user gave for lookups into references, so that a name that does not exist is met before a write.
    /// </summary>
    /// <exception cref="RecordNotFoundException">A lookup's target does not exist.</exception>
    /// <exception cref="AmbiguousNameException">Several rows have the name.</exception>
    public async Task ResolveAsync(RecordValues values, CancellationToken cancellationToken)
    {
        foreach (var (column, value) in values.ToList())
        {
            if (value is not RecordIdentity identity)
                continue;

            var table = TableModel.Of(TargetOf(column.Declaration));
            var target = await FindAsync(table, identity, cancellationToken).ConfigureAwait(false);
            values.Replace(column, column.Declaration is LookupAttribute
                ? new RecordReference(target.Id, table.NameOf(target))
                : UniqueNameOf(table, target));
        }
    }

    /// <summary>Carries out a write and settles an answer that was lost on the way by asking what is there.</summary>
    /// <returns>The row as it is now; null for a delete, a link and an unlink.</returns>
    /// <exception cref="RecordChangedException">
    /// The row is no longer the version that the write is based on.
    /// </exception>
    /// <exception cref="RecordNotFoundException">The row to change or delete does not exist.</exception>
    /// <exception cref="DataverseException">The environment refused the write.</exception>
    /// <exception cref="JournalException">The write could not be recorded and was not sent.</exception>
    public async Task<OcRecord?> ApplyAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        var answers = await CarryOutAsync(
            [write],
            async writes => [await SendAsync(writes[0], cancellationToken).ConfigureAwait(false)],
            cancellationToken).ConfigureAwait(false);
        return answers[0].Record;
    }

    /// <summary>Carries out several writes, all or nothing, as one change set.</summary>
    /// <exception cref="RecordChangedException">A row is no longer the version that its write is based on.</exception>
    /// <exception cref="DataverseException">The environment refused a write; none of them took place.</exception>
    /// <exception cref="JournalException">The writes could not be recorded and were not sent.</exception>
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
            changes.Add(_journal.NewChange(known[^1], await ReferencesToAsync(write, writes, cancellationToken).ConfigureAwait(false)));
        }

        return await _journal.RecordAsync(changes, () => send(known), cancellationToken).ConfigureAwait(false);
    }

    // What other writes of the same change set do to a lookup is recorded with them.
    private async Task<IReadOnlyList<LostReference>> ReferencesToAsync(
        RecordWrite write, IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        if (write.Kind != RecordWriteKind.Delete)
            return [];

        var references = await new ReferenceReader(this).ReadAsync(write.Table, write.Id, cancellationToken)
            .ConfigureAwait(false);
        return [.. references.Where(reference => !writes.Any(other => Settles(other, reference)))];
    }

    private static bool Settles(RecordWrite write, LostReference reference) => write.Id == reference.RecordId
        && (write.Kind == RecordWriteKind.Delete || write.Changes.Any(change => change.Column.Name == reference.Column));

    // Without an etag the write goes through whatever is there, which may not be what the user has seen.
    private async Task<RecordWrite> WithBeforeAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        if (write.ETag is not null || write.Kind is not (RecordWriteKind.Update or RecordWriteKind.Delete))
            return write;

        var before = await FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
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

            var record = Read(write.Table, row);
            await ReadSecretsAsync(write.Table, record, cancellationToken).ConfigureAwait(false);
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
    private async Task<WriteAnswer> ReadBackAsync(RecordWrite write, DataverseResponse response, CancellationToken cancellationToken)
    {
        var record = await FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return new WriteAnswer(record, record?.ETag ?? response.ETag, response.RequestId);
    }

    private async Task<IReadOnlyList<WriteAnswer>> SendAllAsync(IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken)
    {
        var batch = new BatchRequest([BatchItem.ChangeSet([.. writes.Select(RequestFor)])]);
        var outcomes = await _client.SendBatchAsync(batch, _observer, cancellationToken).ConfigureAwait(false);
        if (outcomes[0].Error is not { } error)
            return [.. outcomes[0].Responses.Select(response => new WriteAnswer(null, response.ETag, response.RequestId))];

        if (error.FollowsLostAnswer && await AreAllInPlaceAsync(writes, cancellationToken).ConfigureAwait(false))
            return [.. writes.Select(_ => new WriteAnswer(null, null, error.RequestId))];

        if (error.Code == DataverseErrorCodes.OptimisticConcurrencyNotEnabled && writes.Any(write => write.ETag is not null))
        {
            var compared = await CompareVersionsAsync(writes, error.BatchIndex, cancellationToken).ConfigureAwait(false);
            return await SendAllAsync(compared, cancellationToken).ConfigureAwait(false);
        }

        throw Explain(error.BatchIndex is { } index ? writes[index] : WithSecrets(writes), error);
    }

    private async IAsyncEnumerable<T> FindOneAsync<T>(
        RecordIdentity identity, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : OcRecord
    {
        yield return await FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
    }

    private static DataverseRequest Get(string path) =>
        new(HttpMethod.Get, path) { Preferences = [Annotations] };

    private static ODataQuery QueryFor(TableModel table, RecordQuery query) => new()
    {
        Select = table.Select,
        Filter = And(query.Filter, query.Name is null ? null : NameFilter(table, query.Name)),
        Expand = ExpandOf(table),
        OrderBy = [new ODataOrder(table.NameColumn.Declaration.Column), new ODataOrder(table.PrimaryKey)],
    };

    private static IReadOnlyList<ODataExpand> ExpandOf(TableModel table) =>
        [.. table.Links.Select(links => links.Expand)];

    private static ODataFilter? NameFilter(TableModel table, NamePattern name)
    {
        if (!name.HasWildcards)
            return AnyName(table, column => ODataFilter.Equal(column, name.ToString()));

        return name.LiteralPrefix.Length == 0
            ? null
            : AnyName(table, column => ODataFilter.StartsWith(column, name.LiteralPrefix));
    }

    private static ODataFilter AnyName(TableModel table, Func<string, ODataFilter> condition)
    {
        var isName = condition(table.NameColumn.Declaration.Column);
        return table.OtherNameColumn is { } other ? ODataFilter.Or(isName, condition(other.Declaration.Column)) : isName;
    }

    // The server's collation thinks more texts equal than a reader does.
    private static bool HasKey(OcRecord record, RecordValues values) => values.Table.Key.All(column =>
        column.Declaration is not TextAttribute
        || IsSameText(column.ValueOf(record)?.ToString(), values[column.Name]?.ToString()));

    private static bool IsSameText(string? text, string? other) =>
        string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static Type TargetOf(ColumnAttribute declaration) => declaration switch
    {
        LookupAttribute lookup => lookup.Target,
        TextAttribute { UniqueNameOf: { } target } => target,
        _ => throw new InvalidOperationException($"The column {declaration.Column} points at no record."),
    };

    private static string UniqueNameOf(TableModel table, OcRecord record) =>
        table.OtherNameColumn?.ValueOf(record) as string ?? throw new OcValidationException(
            table.DisplayName,
            "UniqueNameMissing",
            $"The {table.DisplayName} '{table.NameOf(record)}' has no unique name, by which alone it can be pointed at.");

    private static ODataFilter? And(ODataFilter? left, ODataFilter? right) =>
        left is null ? right : right is null ? left : ODataFilter.And(left, right);

    private static bool Passes(TableModel table, RecordQuery query, OcRecord record) =>
        (query.Name is null || table.IsNamed(record, query.Name.Matches)) && query.Where?.Invoke(record) != false;

    private static Exception Explain(RecordWrite write, DataverseException error)
    {
        if (error.Code == DataverseErrorCodes.ConcurrencyVersionMismatch)
            return new RecordChangedException(write, error);
        if (error.Code == DataverseErrorCodes.ObjectDoesNotExist && write.Kind is RecordWriteKind.Update or RecordWriteKind.Delete)
            return new RecordNotFoundException(write.Table, write.Label, error);

        return (Exception?)ColumnSecurityException.Of(write, error) ?? error;
    }

    // When the server does not say which write of several it refused, one with secrets is the likeliest to need explaining.
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
    private async Task<WriteAnswer> SendUncheckedAsync(RecordWrite write, CancellationToken cancellationToken) => await SendAsync(
        await WithComparedVersionAsync(write, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    // The same for a change set: the server names a write of the table, or none, and then all tables are suspected.
    private async Task<IReadOnlyList<RecordWrite>> CompareVersionsAsync(
        IReadOnlyList<RecordWrite> writes, int? refused, CancellationToken cancellationToken)
    {
        var table = refused is { } index && writes[index].ETag is not null ? writes[index].Table : null;
        var compared = new List<RecordWrite>();
        foreach (var write in writes)
        {
            var isMeant = write.ETag is not null && (table is null || write.Table == table);
            compared.Add(isMeant ? await WithComparedVersionAsync(write, cancellationToken).ConfigureAwait(false) : write);
        }

        return compared;
    }

    private async Task<RecordWrite> WithComparedVersionAsync(RecordWrite write, CancellationToken cancellationToken)
    {
        var found = await FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new RecordNotFoundException(write.Table, write.Label);
        return found.ETag == write.ETag ? write with { ETag = null } : throw new RecordChangedException(write);
    }

    private async Task<WriteAnswer> SettleAsync(
        RecordWrite write, DataverseException error, CancellationToken cancellationToken)
    {
        if (write.Kind is RecordWriteKind.Delete or RecordWriteKind.Link or RecordWriteKind.Unlink)
            return new WriteAnswer(null, null, error.RequestId);

        var found = await FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
        return IsAsWritten(write, found) ? new WriteAnswer(found, found!.ETag, error.RequestId) : throw Explain(write, error);
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

        var found = await FindAsync(write.Table, write.Id, cancellationToken).ConfigureAwait(false);
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
        var response = await _client.SendAsync(Get(path), _observer, cancellationToken).ConfigureAwait(false);
        return response.Body!.Value.GetProperty("value").GetArrayLength() > 0;
    }

    private OcRecord Read(TableModel table, JsonElement row) =>
        table.Read(row) with { Environment = _client.Environment.Origin };

    // Environments that were copied or filled by the same solution have rows of the same GUIDs.
    private void RefuseForeign(OcRecord record)
    {
        if (record.Environment is null || record.Environment == _client.Environment.Origin)
            return;

        throw new OcValidationException(
            "Identity",
            "RecordOfOtherEnvironment",
            $"'{TableModel.Of(record.GetType()).NameOf(record)}' was read from {record.Environment.Host}, and the connection is "
            + $"to {_client.Environment.Host}. Give -Connection, or the name instead of the object.");
    }

    private static OcRecord? OnlyOne(TableModel table, IReadOnlyList<OcRecord> matches) => matches.Count > 1
        ? throw new AmbiguousNameException(table, table.NameOf(matches[0]) ?? "(no name)", [.. matches.Select(match => match.Id)])
        : matches.SingleOrDefault();

    private static OcValidationException OfOtherKind(TableModel table, OcRecord record) => new(
        "Identity",
        "IdentityOfOtherKind",
        $"'{TableModel.Of(record.GetType()).NameOf(record)}' is a {TableModel.Of(record.GetType()).DisplayName}, not a {table.DisplayName}.");

    private static bool IsAsWritten(RecordWrite write, OcRecord? found) =>
        found is not null && write.Changes
            .Where(change => !change.Column.Declaration.IsSecret)
            .All(change => Equals(change.Column.ValueOf(found), change.After));

    private async Task<OcRecord> FindAsync(
        TableModel table, RecordIdentity identity, CancellationToken cancellationToken)
    {
        if (identity.Record is { } record)
        {
            RefuseForeign(record);
            return TableModel.Of(record.GetType()) == table ? record : throw OfOtherKind(table, record);
        }

        if (identity.Id is { } id)
        {
            return await FindAsync(table, id, cancellationToken).ConfigureAwait(false)
                ?? throw new RecordNotFoundException(table, identity.ToString());
        }

        var matches = await FindNamedAsync(table, identity.Name!, cancellationToken).ConfigureAwait(false);
        return OnlyOne(table, matches) ?? throw new RecordNotFoundException(table, identity.Name!);
    }

    private async Task<IReadOnlyList<OcRecord>> FindNamedAsync(
        TableModel table, string name, CancellationToken cancellationToken)
    {
        var matches = await FindSomeAsync(table, AnyName(table, column => ODataFilter.Equal(column, name)), cancellationToken)
            .ConfigureAwait(false);
        return [.. matches.Where(record => table.IsNamed(record, text => IsSameText(text, name)))];
    }

    private async Task<IReadOnlyList<OcRecord>> FindSomeAsync(
        TableModel table, ODataFilter filter, CancellationToken cancellationToken)
    {
        var query = new ODataQuery { Select = table.Select, Filter = filter, Expand = ExpandOf(table), Top = NameMatches };
        var response = await _client.SendAsync(Get(query.ToPath(table.EntitySet)), _observer, cancellationToken)
            .ConfigureAwait(false);
        var secrets = await ReadSecretsAsync(table, query.Filter, cancellationToken).ConfigureAwait(false);
        var records = response.Body!.Value.GetProperty("value").EnumerateArray()
            .Select(row => Read(table, row))
            .ToList();
        records.ForEach(secrets.ApplyTo);
        return records;
    }

    private async Task ReadSecretsAsync(TableModel table, OcRecord record, CancellationToken cancellationToken)
    {
        var secrets = await ReadSecretsAsync(table, ODataFilter.Equal(table.PrimaryKey, record.Id), cancellationToken)
            .ConfigureAwait(false);
        secrets.ApplyTo(record);
    }

    private async Task<SecretStates> ReadSecretsAsync(
        TableModel table, ODataFilter? filter, CancellationToken cancellationToken)
    {
        var states = new SecretStates();
        foreach (var column in table.Secrets)
            states.Add(column, await ReadHoldersAsync(table, column, filter, cancellationToken).ConfigureAwait(false));

        return states;
    }

    // The secret itself is never read. Who may not read the column may not filter by it either.
    private async Task<HashSet<Guid>?> ReadHoldersAsync(
        TableModel table, ColumnModel column, ODataFilter? filter, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Select = [table.PrimaryKey],
            Filter = And(filter, ODataFilter.IsNotNull(column.Declaration.Column)),
        };
        var holders = new HashSet<Guid>();
        try
        {
            var request = Get(query.ToPath(table.EntitySet));
            await foreach (var page in _client.ReadPagesAsync(request, _observer, cancellationToken).ConfigureAwait(false))
                holders.UnionWith(page.Rows.Select(row => row.GetProperty(table.PrimaryKey).GetGuid()));
        }
        catch (DataverseException e) when (e.Kind == DataverseErrorKind.PermissionDenied)
        {
            return null;
        }

        return holders;
    }
}
