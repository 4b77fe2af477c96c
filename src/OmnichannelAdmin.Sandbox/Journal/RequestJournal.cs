using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Journal;

/// <summary>
/// The requests that came in, the newest last. It keeps the last 10,000, their headers by an allow-list and their
/// bodies without secrets.
/// </summary>
public sealed class RequestJournal
{
    private const int Limit = 10_000;

    private static readonly HashSet<string> KeptHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "CallerObjectId", "Consistency", "Content-Type", "If-Match", "If-None-Match", "MSCRMCallerID",
        "MSCRM.SolutionUniqueName", "MSCRM.SuppressDuplicateDetection", "OData-MaxVersion", "OData-Version", "Prefer",
        "User-Agent", "x-ms-client-request-id", "x-ms-client-session-id", "x-ms-correlation-request-id",
    };

    private readonly object _lock = new();
    private readonly Queue<JournalEntry> _entries = [];
    private readonly SecretRemover _secrets;
    private int _count;

    internal RequestJournal(DataverseSchema schema) => _secrets = new SecretRemover(schema);

    /// <summary>The requests so far, as they are at this moment.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    /// <summary>Forgets the requests so far; numbers go on.</summary>
    public void Clear()
    {
        lock (_lock)
            _entries.Clear();
    }

    /// <summary>Notes a request.</summary>
    internal void Add(JournalEntry entry)
    {
        var safe = entry with
        {
            Headers = entry.Headers.Where(header => KeptHeaders.Contains(header.Key))
                .ToDictionary(StringComparer.OrdinalIgnoreCase),
            Body = entry.Body is null ? null : _secrets.Remove(entry.Url, entry.Body),
        };
        lock (_lock)
        {
            _entries.Enqueue(safe with { Number = ++_count });
            if (_entries.Count > Limit)
                _entries.Dequeue();
        }
    }
}
