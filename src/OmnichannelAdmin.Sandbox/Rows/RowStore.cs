using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>
/// All rows of an organization. Readers run side by side; a writer runs alone, inside a transaction that is taken back
/// whole when it fails.
/// </summary>
internal sealed class RowStore : IDisposable
{
    private const long FirstVersion = 1_000_000;

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<Table, TableRows> _tables;
    private readonly Dictionary<string, LinkSet> _links;
    private long _version = FirstVersion;

    public RowStore(DataverseSchema schema)
    {
        Schema = schema;
        _tables = schema.Tables.ToDictionary(table => table, table => new TableRows(table));
        _links = schema.ManyToMany.ToDictionary(
            relationship => relationship.Name,
            relationship => new LinkSet(
                relationship, relationship.Intersect is { } table ? _tables[table] : null),
            StringComparer.Ordinal);
    }

    /// <summary>The tables.</summary>
    public DataverseSchema Schema { get; }

    /// <summary>The rows of a table.</summary>
    public TableRows this[Table table] => _tables[table];

    /// <summary>The pairs of a many-to-many relationship.</summary>
    public LinkSet this[ManyToMany relationship] => _links[relationship.Name];

    /// <summary>The row that a reference names, or null.</summary>
    public Row? Find(RowReference? reference) =>
        reference is not null && Schema.FindTable(reference.Table) is { } table
            ? _tables[table].Find(reference.Id)
            : null;

    /// <summary>Reads with no writer at work.</summary>
    public T Read<T>(Func<T> read)
    {
        _gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Writes alone; what it wrote is taken back when it throws.</summary>
    public T Write<T>(Func<RowTransaction, T> write)
    {
        _gate.EnterWriteLock();
        try
        {
            var transaction = new RowTransaction(this);
            try
            {
                return write(transaction);
            }
            catch
            {
                transaction.TakeBack();
                throw;
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>The version of the last write.</summary>
    public long Version => _version;

    /// <summary>Goes on from a version, unless the organization is there already.</summary>
    public void MoveVersion(long version) => _version = Math.Max(_version, version);

    /// <summary>The next version of the organization.</summary>
    public long NextVersion() => ++_version;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
