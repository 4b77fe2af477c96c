using System.Security;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// Works out the writes that take recorded changes back: one per row, from what the row is now to what it was before
/// the first of the changes.
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
    /// A row has been changed since, a secret is not given, nobody knows what a request changed, or the changes are of
    /// another environment. All reasons are listed.
    /// </exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public async Task<IReadOnlyList<RecordWrite>> PlanAsync(
        IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        _reasons.AddRange(changes.Select(WhyNot).OfType<string>());
        var writes = new List<(int Place, RecordWrite Write)>();
        // A request that was refused changed no record, whether or not it can be told which one it was about.
        var known = changes.Where(change => change.Record is not null && WhyNot(change) is null)
            .SelectMany(change => change.WithConsequences())
            .Select((change, place) => (Change: change, Place: place));
        foreach (var row in known.GroupBy(item => (TableOf(item.Change).LogicalName, item.Change.RecordId)))
        {
            var place = row.Max(item => item.Change.Link is null ? item.Place : 0);
            var ofRow = await WritesForAsync([.. row.Select(item => item.Change)], cancellationToken)
                .ConfigureAwait(false);
            writes.AddRange(ofRow.Select(write => (place, write)));
        }

        return _reasons.Count == 0
            ? InOrder([.. writes.OrderByDescending(item => item.Place).Select(item => item.Write)])
            : throw new UndoRefusedException(_reasons);
    }

    // A row must be there before anything leads to it. Rows are parted before and joined after all else.
    private static IReadOnlyList<RecordWrite> InOrder(IReadOnlyList<RecordWrite> newestFirst)
    {
        var made = newestFirst.Where(write => write.Kind == RecordWriteKind.Create).ToDictionary(write => write.Id);
        var ordered = new List<RecordWrite>();
        foreach (var write in newestFirst)
            Add(write);

        return [.. ordered.OrderBy(Turn)];

        void Add(RecordWrite write)
        {
            if (ordered.Contains(write))
                return;

            foreach (var change in write.Changes)
            {
                if (change.After is RecordReference target && made.Remove(target.Id, out var first))
                    Add(first);
            }

            ordered.Add(write);
        }
    }

    private static int Turn(RecordWrite write) => write.Kind switch
    {
        RecordWriteKind.Unlink => 0,
        RecordWriteKind.Link => 2,
        _ => 1,
    };

    private string? WhyNot(RecordedChange change)
    {
        if (change.OrganizationId != _organizationId)
            return $"The change {change.Id} was made in {change.Environment.Host}; connect to it to take it back.";

        // Without its answer nobody knows the GUID of a row that a request of the user's own made.
        return change.Outcome != ChangeOutcome.Failed && (change.Kind == ChangeKind.Request || change.RecordId is null)
            ? $"Nobody knows all that the request '{change.Request}' changed, which was sent with Invoke-OcRequest; "
                + "take it back by hand."
            : null;
    }

    private async Task<IReadOnlyList<RecordWrite>> WritesForAsync(
        IReadOnlyList<RecordedChange> changes, CancellationToken cancellationToken)
    {
        if (changes.All(change => change.Outcome == ChangeOutcome.Failed))
            return [];

        // Of two classes of one table, one has all the columns of the other.
        var table = changes.Select(TableOf).MaxBy(model => model.Columns.Count)!;
        var current = await _store.FindAsync(table, changes[0].RecordId!.Value, cancellationToken)
            .ConfigureAwait(false);
        var history = new RecordHistory(table, changes, current);
        if (history.IsEmpty)
            return [];
        if (history.WhyNot() is { } reason)
        {
            _reasons.Add(reason);
            return [];
        }

        return history.BeganWithoutRow ? RemoveAgain(current) : PutBack(table, history);
    }

    private static TableModel TableOf(RecordedChange change) => TableModel.Find(change.Record!)!;

    private static IReadOnlyList<RecordWrite> RemoveAgain(OcRecord? current) =>
        current is null ? [] : [RecordWrite.Delete(current, current.ETag)];

    private IReadOnlyList<RecordWrite> PutBack(TableModel table, RecordHistory history)
    {
        var write = history.Current is { } current ? ChangeBack(table, history, current) : MakeAgain(table, history);
        var row = history.Current ?? write!.After!;
        var links = history.LinksToRemove().Select(link => RecordWrite.UnlinkFrom(row, link))
            .Concat(history.LinksToRestore().Select(link => RecordWrite.LinkTo(row, link)));
        return write is null ? [.. links] : [write, .. links];
    }

    private RecordWrite MakeAgain(TableModel table, RecordHistory history)
    {
        var values = new RecordValues(table);
        foreach (var (column, value) in Writable(history).Where(pair => pair.Value is not null))
            values[column.Name] = value is SecretReference ? SecretFor(column, history.First) : value;

        return RecordWrite.Create(values, history.First.RecordId!.Value);
    }

    private RecordWrite? ChangeBack(TableModel table, RecordHistory history, OcRecord current)
    {
        var values = new RecordValues(table);
        foreach (var (column, value) in Writable(history))
            values[column.Name] = value is SecretReference ? SecretFor(column, history.First) : value;

        var changed = new RecordValues(table);
        foreach (var change in values.DifferencesFrom(current))
            changed[change.Column.Name] = change.After;
        foreach (var (column, secret) in values.Where(pair => pair.Key.Declaration.IsSecret))
            changed[column.Name] = secret;

        return changed.Count == 0 ? null : RecordWrite.Update(current, changed, current.ETag);
    }

    private static IEnumerable<KeyValuePair<ColumnModel, object?>> Writable(RecordHistory history) =>
        history.ValuesBefore().Where(pair => !pair.Key.Declaration.ReadOnly);

    private SecureString? SecretFor(ColumnModel column, RecordedChange change)
    {
        if (_secrets.TryGetValue(column.Name, out var secret))
            return secret;

        _reasons.Add(
            $"The {column} of the {change.Record} '{change.Name}' is a secret that no journal keeps; "
            + $"give it with -Secret @{{ {column} = … }}.");
        return null;
    }
}
