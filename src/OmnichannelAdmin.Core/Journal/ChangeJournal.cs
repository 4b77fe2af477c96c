using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// Records each write of a connection as lines of JSON: first that it is about to be sent, then what became of it. A
/// write that cannot be recorded is not sent.
/// </summary>
public sealed class ChangeJournal
{
    private readonly string _path;
    private readonly JournalOrigin _origin;
    private readonly TimeProvider _time;
    private readonly JournalFile _file;

    internal ChangeJournal(string path, JournalOrigin origin, TimeProvider time)
    {
        _path = path;
        _origin = origin;
        _time = time;
        _file = new JournalFile(path, time);
    }

    /// <summary>Reads the changes of a journal, oldest first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The changes, and how many lines could not be read: what a process left that died while it wrote.
    /// </returns>
    /// <exception cref="JournalException">The file cannot be read.</exception>
    public static async Task<(IReadOnlyList<RecordedChange> Changes, int BrokenLines)> ReadAsync(
        string path, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<Guid, RecordedChange>();
        var broken = 0;
        foreach (var line in await LinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            if (!TryRead(line, changes))
                broken++;
        }

        return ([.. changes.Values], broken);
    }

    /// <summary>Sees to it that the journal can be written before anything depends on it.</summary>
    /// <exception cref="JournalException">It cannot.</exception>
    internal Task OpenAsync(CancellationToken cancellationToken) =>
        AppendAsync([], "Nothing was connected", cancellationToken);

    /// <summary>A change that is about to be sent now.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="table">The table of the row, or null where it is none of the module's.</param>
    /// <param name="name">The row's name.</param>
    internal RecordedChange NewChange(ChangeKind kind, TableModel? table, string name) => new()
    {
        Id = Guid.NewGuid(),
        Time = _time.GetUtcNow(),
        User = _origin.User,
        UserId = _origin.UserId,
        Environment = _origin.Environment,
        OrganizationId = _origin.OrganizationId,
        Kind = kind,
        Record = table?.RecordName,
        Name = name,
    };

    /// <summary>The change that a write is about to make.</summary>
    /// <param name="write">The write.</param>
    /// <param name="references">The lookups that lead to the row, when it is removed.</param>
    internal RecordedChange NewChange(RecordWrite write, IReadOnlyList<LostReference> references)
    {
        var change = NewChange(KindOf(write.Kind), write.Table, write.Label) with
        {
            RecordId = write.Id,
            Columns =
            [
                .. write.Changes.Select(change => new RecordedColumn(change.Column.Name, change.Before, change.After)),
            ],
            Link = write.Link,
            ETagBefore = write.Before?.ETag,
        };
        return write is { Kind: RecordWriteKind.Delete, Before: { } before }
            ? change.WithAllOf(before, references)
            : change;
    }

    /// <summary>Records changes, has them sent, and records what became of them.</summary>
    /// <exception cref="JournalException">They could not be recorded, and were not sent.</exception>
    internal async Task<IReadOnlyList<WriteAnswer>> RecordAsync(
        IReadOnlyList<RecordedChange> changes,
        Func<Task<IReadOnlyList<WriteAnswer>>> send,
        CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.Id).ToList();
        await AppendAsync(changes.Select(JournalLine.Begin), "The change was not sent", cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var answers = await send().ConfigureAwait(false);
            await EndAsync(ids.Zip(answers, (id, answer) => JournalLine.End(id, ChangeOutcome.Done, answer, null)))
                .ConfigureAwait(false);
            return answers;
        }
        catch (Exception e) when (e is not JournalException)
        {
            var answer = new WriteAnswer(
                null, null, (e as DataverseException ?? e.InnerException as DataverseException)?.RequestId);
            await EndAsync(
                changes.Select(change => JournalLine.End(change.Id, OutcomeOf(e), answer, ErrorOf(change, e))))
                .ConfigureAwait(false);
            throw;
        }
    }

    private static ChangeKind KindOf(RecordWriteKind kind) => kind switch
    {
        RecordWriteKind.Create => ChangeKind.Create,
        RecordWriteKind.Update => ChangeKind.Update,
        RecordWriteKind.Delete => ChangeKind.Delete,
        RecordWriteKind.Link => ChangeKind.Link,
        RecordWriteKind.Unlink => ChangeKind.Unlink,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ChangeOutcome OutcomeOf(Exception exception) =>
        exception is DataverseException { FollowsLostAnswer: true }
            or DataverseException { Kind: DataverseErrorKind.ConnectionFailed or DataverseErrorKind.TimedOut }
            ? ChangeOutcome.Unknown
            : ChangeOutcome.Failed;

    // The server's words may repeat what was sent.
    private static string ErrorOf(RecordedChange change, Exception exception) =>
        change.MayHoldSecrets && exception is DataverseException refusal
            ? string.Join(' ', refusal.Kind, refusal.Code)
            : exception.Message;

    private static async Task<IReadOnlyList<string>> LinesAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await new JournalFile(path, TimeProvider.System).ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The journal '{path}' cannot be read: {e.Message}", e);
        }
    }

    private static bool TryRead(string line, Dictionary<Guid, RecordedChange> changes)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var id = JournalLine.IdOf(json.RootElement);
            changes[id] = JournalLine.IsEnd(json.RootElement)
                ? JournalLine.ReadEnd(changes[id], json.RootElement)
                : JournalLine.ReadBegin(json.RootElement);
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // What was sent cannot be taken back because its end was cancelled.
    private Task EndAsync(IEnumerable<JsonObject> lines) =>
        AppendAsync(lines, "The change was sent, but what became of it was not recorded", CancellationToken.None);

    private async Task AppendAsync(
        IEnumerable<JsonObject> lines, string consequence, CancellationToken cancellationToken)
    {
        try
        {
            await _file.AppendAsync(lines, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException(
                $"{consequence}, because the journal '{_path}' cannot be written: {e.Message}", e);
        }
    }
}
