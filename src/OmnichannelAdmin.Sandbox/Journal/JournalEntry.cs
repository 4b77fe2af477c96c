namespace OmnichannelAdmin.Sandbox.Journal;

/// <summary>A request that came in, and what became of it.</summary>
/// <param name="Number">Its place in the journal, from 1.</param>
/// <param name="Time">When it came in.</param>
/// <param name="RequestId">The id that its answer carried as REQ_ID.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The URL.</param>
/// <param name="Headers">The headers that the journal keeps, by name without case; a bearer is not among them.</param>
/// <param name="Body">The body with secrets replaced by stars, or null where there was none.</param>
/// <param name="Status">The status of the answer, or null when the connection broke.</param>
/// <param name="UserId">Whom it came from, or null when nobody was signed in.</param>
/// <param name="Operations">The operations of a batch; empty otherwise.</param>
public sealed record JournalEntry(
    int Number,
    DateTimeOffset Time,
    Guid RequestId,
    string Method,
    Uri Url,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    int? Status,
    Guid? UserId,
    IReadOnlyList<JournalOperation> Operations);
