using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>What recorded changes did to one row, oldest first, beside the row as it is now.</summary>
internal sealed class RecordHistory
{
    private readonly IReadOnlyList<RecordedChange> _changes;

    public RecordHistory(IEnumerable<RecordedChange> changes, OcRecord? current)
    {
        Current = current;
        _changes = [.. changes.Where(TookPlace)];
    }

    /// <summary>The row as it is now, or null.</summary>
    public OcRecord? Current { get; }

    /// <summary>Whether nothing happened after all.</summary>
    public bool IsEmpty => _changes.Count == 0;

    /// <summary>Whether the row was not there before the first change.</summary>
    public bool BeganWithoutRow => _changes[0].Kind == RecordWriteKind.Create;

    private RecordedChange Last => _changes[^1];

    /// <summary>Why the changes cannot be taken back, as a sentence, or null when they can.</summary>
    public string? WhyNot()
    {
        var label = $"The {Last.Record} '{Last.Name}'";
        if (_changes.Zip(_changes.Skip(1)).Any(pair => AreKnownToDiffer(pair.First.ETagAfter, pair.Second.ETagBefore)))
            return $"{label} was changed by somebody else in between.";
        if (Last.Kind == RecordWriteKind.Delete)
            return Current is null ? null : $"{label} exists again.";
        if (Current is null)
            return $"{label} is gone.";

        return IsAsLeft(Current) ? null : $"{label} has been changed since.";
    }

    /// <summary>The values that the row had before the first change, of all columns that the changes touched.</summary>
    public IReadOnlyDictionary<ColumnModel, object?> ValuesBefore(TableModel table)
    {
        var values = new Dictionary<ColumnModel, object?>();
        foreach (var column in _changes.Reverse().SelectMany(change => change.Columns))
            values[table.Column(column.Name)] = column.Before;

        return values;
    }

    private static bool AreKnownToDiffer(string? one, string? other) => one is not null && other is not null && one != other;

    // Where nobody wrote down what became of a change, the row tells.
    private bool TookPlace(RecordedChange change) => change.Outcome switch
    {
        ChangeOutcome.Done => true,
        ChangeOutcome.Failed => false,
        _ => change.Kind switch
        {
            RecordWriteKind.Create => Current is not null,
            RecordWriteKind.Delete => Current is null,
            _ => Current?.ETag != change.ETagBefore,
        },
    };

    // The version is unknown when an answer was lost; then the values have to say it.
    private bool IsAsLeft(OcRecord current) => Last.ETagAfter is { } etag
        ? current.ETag == etag
        : Last.Columns.Where(column => column.After is not SecretReference).All(column => Holds(current, column));

    private static bool Holds(OcRecord current, RecordedColumn recorded)
    {
        var column = TableModel.Of(current.GetType()).Column(recorded.Name);
        return column.Declaration.IsSecret
            || DocumentValue.AreSame(DocumentValue.Canonical(column, column.ValueOf(current)), DocumentValue.Canonical(column, recorded.After));
    }
}
