using System.Runtime.CompilerServices;
using System.Text.Json;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Records;

/// <summary>Reads and writes the records of one environment.</summary>
public sealed class RecordStore
{
    // As many as tell a user that a name is ambiguous, with room for rows that only the server's collation thinks
    // equal.
    private const int NameMatches = 50;

    private readonly DataverseClient _client;
    private readonly IDataverseObserver _observer;
    private readonly SecretReader _secrets;
    private readonly RecordWriter _writer;

    /// <summary>Makes a store.</summary>
    /// <param name="client">The environment's client.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="journal">Where writes are recorded before they are sent, or null for nowhere.</param>
    public RecordStore(DataverseClient client, IDataverseObserver observer, ChangeJournal? journal = null)
    {
        _client = client;
        _observer = observer;
        _secrets = new SecretReader(client, observer);
        _writer = new RecordWriter(this, client, observer, journal);
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
        var options = RecordRequests.QueryFor(table, query);
        var secrets = await _secrets.ReadAsync(table, options.Filter, cancellationToken).ConfigureAwait(false);
        var request = RecordRequests.Get(options.ToPath(table.EntitySet));
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
        var query = new ODataQuery { Select = table.Select, Expand = RecordRequests.ExpandOf(table) };
        var path = query.ToPath(ODataPath.Row(table.EntitySet, id));
        try
        {
            var response = await _client.SendAsync(RecordRequests.Get(path), _observer, cancellationToken)
                .ConfigureAwait(false);
            return await ReadRowAsync(table, response.Body!.Value, cancellationToken).ConfigureAwait(false);
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
    public Task<OcRecord?> ApplyAsync(RecordWrite write, CancellationToken cancellationToken) =>
        _writer.ApplyAsync(write, cancellationToken);

    /// <summary>Carries out several writes, all or nothing, as one change set.</summary>
    /// <exception cref="RecordChangedException">A row is no longer the version that its write is based on.</exception>
    /// <exception cref="DataverseException">The environment refused a write; none of them took place.</exception>
    /// <exception cref="JournalException">The writes could not be recorded and were not sent.</exception>
    public Task ApplyAllAsync(IReadOnlyList<RecordWrite> writes, CancellationToken cancellationToken) =>
        _writer.ApplyAllAsync(writes, cancellationToken);

    internal async Task<OcRecord> ReadRowAsync(TableModel table, JsonElement row, CancellationToken cancellationToken)
    {
        var record = Read(table, row);
        await _secrets.ReadAsync(table, record, cancellationToken).ConfigureAwait(false);
        return record;
    }

    private async IAsyncEnumerable<T> FindOneAsync<T>(
        RecordIdentity identity, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : OcRecord
    {
        yield return await FindAsync<T>(identity, cancellationToken).ConfigureAwait(false);
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
            $"The {table.DisplayName} '{table.NameOf(record)}' has no unique name, "
                + "by which alone it can be pointed at.");

    private static bool Passes(TableModel table, RecordQuery query, OcRecord record) =>
        (query.Name is null || table.IsNamed(record, query.Name.Matches)) && query.Where?.Invoke(record) != false;

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
            $"'{TableModel.Of(record.GetType()).NameOf(record)}' was read from "
            + $"{record.Environment.Host}, and the connection is "
            + $"to {_client.Environment.Host}. Give -Connection, or the name instead of the object.");
    }

    private static OcRecord? OnlyOne(TableModel table, IReadOnlyList<OcRecord> matches) => matches.Count > 1
        ? throw new AmbiguousNameException(
            table, table.NameOf(matches[0]) ?? "(no name)", [.. matches.Select(match => match.Id)])
        : matches.SingleOrDefault();

    private static OcValidationException OfOtherKind(TableModel table, OcRecord record) => new(
        "Identity",
        "IdentityOfOtherKind",
        $"'{TableModel.Of(record.GetType()).NameOf(record)}' is a {TableModel.Of(record.GetType()).DisplayName}, "
            + $"not a {table.DisplayName}.");

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
        var matches = await FindSomeAsync(
            table, RecordRequests.AnyName(table, column => ODataFilter.Equal(column, name)), cancellationToken)
            .ConfigureAwait(false);
        return [.. matches.Where(record => table.IsNamed(record, text => IsSameText(text, name)))];
    }

    private async Task<IReadOnlyList<OcRecord>> FindSomeAsync(
        TableModel table, ODataFilter filter, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Select = table.Select,
            Filter = filter,
            Expand = RecordRequests.ExpandOf(table),
            Top = NameMatches,
        };
        var response = await _client.SendAsync(
            RecordRequests.Get(query.ToPath(table.EntitySet)), _observer, cancellationToken)
            .ConfigureAwait(false);
        var secrets = await _secrets.ReadAsync(table, query.Filter, cancellationToken).ConfigureAwait(false);
        var records = response.Body!.Value.GetProperty("value").EnumerateArray()
            .Select(row => Read(table, row))
            .ToList();
        records.ForEach(secrets.ApplyTo);
        return records;
    }
}
