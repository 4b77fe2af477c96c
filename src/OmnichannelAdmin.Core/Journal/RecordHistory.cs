using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>What recorded changes did to one row, oldest first, beside the row as it is now.</summary>
internal sealed class RecordHistory
{
    private readonly TableModel _table;
    private readonly List<RecordedChange> _changes;
    private readonly List<RecordedChange> _links;

    public RecordHistory(TableModel table, IReadOnlyList<RecordedChange> changes, OcRecord? current)
    {
        _table = table;
        Current = current;
        First = changes.FirstOrDefault(change => !change.IsConsequence) ?? changes[0];
        _changes = [.. changes.Where(change => change.Link is null && TookPlace(change))];
        _links = [.. changes.Where(change => change.Link is not null && TookPlace(change))];
    }

    /// <summary>The first of the changes, whether it took place or not.</summary>
    public RecordedChange First { get; }

    /// <summary>The row as it is now, or null.</summary>
    public OcRecord? Current { get; }

    /// <summary>
    /// Whether nothing happened after all, or only what the platform did to a row that is gone by now.
    /// </summary>
    public bool IsEmpty => (_changes.Count == 0 || (Current is null && _changes.All(change => change.IsConsequence)))
        && _links.Count == 0;

    /// <summary>Whether the row was not there before the first change.</summary>
    public bool BeganWithoutRow => _changes is [{ Kind: ChangeKind.Create }, ..];

    private bool EndedWithoutRow => _changes is [.., { Kind: ChangeKind.Delete }];

    private string Label => $"The {_table.DisplayName} '{NameOfRow}'";

    private string? NameOfRow => First.IsConsequence && Current is not null ? _table.NameOf(Current) : First.Name;

    /// <summary>Why the changes cannot be taken back, as a sentence, or null when they can.</summary>
    public string? WhyNot()
    {
        if (_changes.Zip(_changes.Skip(1)).Any(pair => AreKnownToDiffer(pair.First.ETagAfter, pair.Second.ETagBefore)))
            return $"{Label} was changed by somebody else in between.";
        if (EndedWithoutRow)
            return Current is null ? null : $"{Label} exists again.";
        if (Current is null)
            return $"{Label} is gone.";

        return IsAsLeft(Current) ? null : $"{Label} has been changed since.";
    }

    /// <summary>The values that the row had before the first change, of all columns that the changes touched.</summary>
    public IReadOnlyDictionary<ColumnModel, object?> ValuesBefore()
    {
        var values = new Dictionary<ColumnModel, object?>();
        foreach (var column in Enumerable.Reverse(_changes).SelectMany(change => change.Columns))
            values[_table.Column(column.Name)] = column.Before;

        return values;
    }

    /// <summary>The rows that the row was joined with before the first change and is not any more.</summary>
    public IEnumerable<RecordLink> LinksToRestore()
    {
        var before = _links.GroupBy(change => change.Link!).Where(changes => changes.First().Kind == ChangeKind.Unlink);
        var lost = EndedWithoutRow ? _changes[^1].LostLinks.Except(LinksMade()) : [];
        return before.Select(changes => changes.Key).Union(lost).Where(link => !IsLinked(link));
    }

    /// <summary>The rows that the row is joined with and was not before the first change.</summary>
    public IEnumerable<RecordLink> LinksToRemove() => LinksMade().Where(IsLinked);

    private static bool AreKnownToDiffer(string? one, string? other) =>
        one is not null && other is not null && one != other;

    private IEnumerable<RecordLink> LinksMade() => _links.GroupBy(change => change.Link!)
        .Where(changes => changes.First().Kind == ChangeKind.Link)
        .Select(changes => changes.Key);

    private bool IsLinked(RecordLink link) => Current is not null
        && _table.Links.Any(links => links.Navigation == link.Navigation
            && links.ValueOf(Current).Any(other => other.Id == link.TargetId));

    // Where nobody wrote down what became of a change, the row tells.
    private bool TookPlace(RecordedChange change) => change.Outcome switch
    {
        ChangeOutcome.Done => true,
        ChangeOutcome.Failed => false,
        _ => change.Kind switch
        {
            ChangeKind.Create => Current is not null,
            ChangeKind.Delete => Current is null,
            ChangeKind.Link => IsLinked(change.Link!),
            ChangeKind.Unlink => !IsLinked(change.Link!),
            _ when change.IsConsequence => Current is not null && change.Columns.All(column => Holds(Current, column)),
            _ => Current?.ETag != change.ETagBefore,
        },
    };

    private bool IsAsLeft(OcRecord current) => HasValuesAsLeft(current) && _links
        .GroupBy(change => change.Link!)
        .All(changes => IsLinked(changes.Key) == (changes.Last().Kind == ChangeKind.Link));

    // The version is unknown when an answer was lost, or when the platform made the change along with another one; then
    // the values have to say it.
    private bool HasValuesAsLeft(OcRecord current)
    {
        if (_changes is [.., { ETagAfter: { } etag }])
            return current.ETag == etag;

        return _changes.SelectMany(change => change.Columns)
            .GroupBy(column => column.Name)
            .Select(columns => columns.Last())
            .Where(column => column.After is not SecretReference)
            .All(column => Holds(current, column));
    }

    private bool Holds(OcRecord current, RecordedColumn recorded)
    {
        var column = _table.Column(recorded.Name);
        return column.Declaration.IsSecret || DocumentValue.AreSame(
            DocumentValue.Canonical(column, column.ValueOf(current)), DocumentValue.Canonical(column, recorded.After));
    }
}
