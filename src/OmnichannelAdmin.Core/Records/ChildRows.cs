namespace OmnichannelAdmin.Records;

/// <summary>
/// Rows of one table that belong to rows of another by a lookup. Whoever goes through all parents has them read at
/// once, whoever asks for one only what is its own.
/// </summary>
/// <typeparam name="T">The rows that belong.</typeparam>
public sealed class ChildRows<T>
    where T : OcRecord
{
    private readonly RecordStore _store;
    private readonly ColumnModel _parent;
    private readonly Lazy<Task<ILookup<Guid, T>>>? _all;

    /// <summary>Makes a reader.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="parentProperty">The property that holds the lookup.</param>
    /// <param name="allAtOnce">Whether most parents will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public ChildRows(RecordStore store, string parentProperty, bool allAtOnce, CancellationToken cancellationToken)
    {
        _store = store;
        _parent = TableModel.Of<T>().Column(parentProperty);
        _all = allAtOnce ? new(() => ReadAllAsync(cancellationToken)) : null;
    }

    /// <summary>The rows that belong to one row, in the order of their names.</summary>
    public async Task<IReadOnlyList<T>> OfAsync(Guid parent, CancellationToken cancellationToken)
    {
        if (_all is not null)
            return [.. (await _all.Value.ConfigureAwait(false))[parent]];

        return await ReadAsync(_parent.Declaration.IsEqualTo(new RecordReference(parent)), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<ILookup<Guid, T>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(filter: null, cancellationToken).ConfigureAwait(false);
        return rows.Where(row => _parent.ValueOf(row) is RecordReference)
            .ToLookup(row => ((RecordReference)_parent.ValueOf(row)!).Id);
    }

    private async Task<IReadOnlyList<T>> ReadAsync(Dataverse.ODataFilter? filter, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var query = new RecordQuery { Filter = filter };
        await foreach (var row in _store.ReadAsync<T>(query, cancellationToken).ConfigureAwait(false))
            rows.Add(row);

        return rows;
    }
}
