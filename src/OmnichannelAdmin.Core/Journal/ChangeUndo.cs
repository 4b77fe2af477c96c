using System.Security;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// Works out the writes that take recorded changes back: one per row, from what the row is now to what it was before the
/// first of the changes.
/// </summary>
public sealed class ChangeUndo
{
    private readonly RecordStore _store;
    private readonly Guid _organizationId;
    private readonly IReadOnlyDictionary<string, SecureString> _secrets;
    private readonly List<string> _reasons = [];

    /// <summary>Makes an undo.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="organizationId">The organization that the store belongs to.</param>
    /// <param name="secrets">Secrets to put back, by the names of their properties.</param>
    public ChangeUndo(RecordStore store, Guid organizationId, IReadOnlyDictionary<string, SecureString> secrets)
    {
        _store = store;
        _organizationId = organizationId;
        _secrets = secrets;
    }

    /// <summary>The writes that take the changes back, the newest first.</summary>
    /// <param name="changes">The changes, oldest first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UndoRefusedException">
    /// A row has been changed since, a secret is not given, or the changes are of another environment. All reasons are listed.
    /// </exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<IReadOnlyList<RecordWrite>> PlanAsync(IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        var writes = new List<(int Place, RecordWrite Write)>();
        foreach (var change in changes.Where(change => change.OrganizationId != _organizationId))
            _reasons.Add($"The change {change.Id} was made in {change.Environment.Host}; connect to it to take it back.");

        var ours = changes.Select((change, place) => (Change: change, Place: place)).Where(item => item.Change.OrganizationId == _organizationId);
        var rows = ours.GroupBy(
            item => (TableOf(item.Change).LogicalName, item.Change.RecordId, item.Change.Link));
        foreach (var row in rows)
        {
            var write = await WriteForAsync([.. row.Select(item => item.Change)], cancellationToken).ConfigureAwait(false);
            if (write is not null)
                writes.Add((row.Max(item => item.Place), write));
        }

        return _reasons.Count == 0
            ? [.. writes.OrderByDescending(item => item.Place).Select(item => item.Write)]
            : throw new UndoRefusedException(_reasons);
    }

    private async Task<RecordWrite?> WriteForAsync(IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        var first = changes[0];
        // Of two classes of one table, one has all the columns of the other.
        var table = changes.Select(TableOf).MaxBy(model => model.Columns.Count)!;
        var current = await _store.FindAsync(table, first.RecordId, cancellationToken).ConfigureAwait(false);
        if (first.Link is not null)
            return Relink(changes, current);

        var history = new RecordHistory(changes, current);
        if (history.IsEmpty)
            return null;
        if (history.WhyNot() is { } reason)
        {
            _reasons.Add(reason);
            return null;
        }

        return history.BeganWithoutRow ? RemoveAgain(current) : PutBack(table, first, history);
    }

    private static TableModel TableOf(RecordedChange change) => TableModel.Find(change.Record)!;

    private static RecordWrite? RemoveAgain(OcRecord? current) => current is null ? null : RecordWrite.Delete(current, current.ETag);

    private RecordWrite? PutBack(TableModel table, RecordedChange first, RecordHistory history)
    {
        var values = new RecordValues(table);
        foreach (var (column, value) in history.ValuesBefore(table).Where(pair => !pair.Key.Declaration.ReadOnly))
        {
            if (history.Current is not null || value is not null)
                values[column.Name] = value is SecretReference ? SecretFor(column, first) : value;
        }

        if (history.Current is not { } current)
            return RecordWrite.Create(values, first.RecordId);

        var changed = new RecordValues(table);
        foreach (var change in values.DifferencesFrom(current))
            changed[change.Column.Name] = change.After;
        foreach (var (column, secret) in values.Where(pair => pair.Key.Declaration.IsSecret))
            changed[column.Name] = secret;

        return changed.Count == 0 ? null : RecordWrite.Update(current, changed, current.ETag);
    }

    private SecureString? SecretFor(ColumnModel column, RecordedChange change)
    {
        if (_secrets.TryGetValue(column.Name, out var secret))
            return secret;

        _reasons.Add($"The {column} of the {change.Record} '{change.Name}' is a secret that no journal keeps; give it with -Secret @{{ {column} = … }}.");
        return null;
    }

    private RecordWrite? Relink(IReadOnlyList<RecordedChange> changes, OcRecord? current)
    {
        var done = changes.Where(change => change.Outcome == ChangeOutcome.Done).ToList();
        if (done.Count == 0 || done[0].Kind != done[^1].Kind)
            return null;
        if (current is null)
        {
            _reasons.Add($"The {done[0].Record} '{done[0].Name}' is gone.");
            return null;
        }

        return done[0].Kind == RecordWriteKind.Link
            ? RecordWrite.UnlinkFrom(current, done[0].Link!)
            : RecordWrite.LinkTo(current, done[0].Link!);
    }
}
