using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>The records of an environment as a plan would leave them.</summary>
internal sealed class PlannedRecords : IRelatedRecords
{
    private readonly EnvironmentSnapshot _snapshot;
    private readonly Dictionary<Guid, PlannedChange> _changes;
    private readonly Dictionary<Guid, OcRecord> _records = [];

    public PlannedRecords(IEnumerable<PlannedChange> changes, EnvironmentSnapshot snapshot)
    {
        _snapshot = snapshot;
        _changes = changes.Where(change => change.Action is PlanAction.Create or PlanAction.Update)
            .ToDictionary(change => change.Id);
    }

    /// <inheritdoc/>
    public T? Find<T>(RecordReference? reference)
        where T : OcRecord
    {
        if (reference is null)
            return null;

        return _changes.TryGetValue(reference.Id, out var change)
            ? RecordOf(change) as T
            : _snapshot.Find(TableModel.Of<T>(), reference.Id) as T;
    }

    /// <summary>
    /// The values that a change writes, but for secrets: those of the plan, and what follows from them.
    /// </summary>
    public RecordValues ValuesOf(PlannedChange change)
    {
        var values = new RecordValues(change.Table);
        foreach (var field in change.Fields.Where(field => field.Property is ColumnModel && !field.IsSecret))
            values[field.Property.Name] = field.After;

        if (change.Action == PlanAction.Create)
            With(change, row: null, values).FillIn(values, this);

        return values;
    }

    /// <summary>Refuses a change whose values, or the record that it leaves, break a rule.</summary>
    /// <exception cref="OcValidationException">A rule is broken.</exception>
    public void Check(PlannedChange change)
    {
        ValuesOf(change).Check(isNew: change.Action == PlanAction.Create);
        RecordOf(change).CheckRules(this);
    }

    private OcRecord RecordOf(PlannedChange change)
    {
        if (_records.TryGetValue(change.Id, out var known))
            return known;

        return _records[change.Id] = With(change, _snapshot.Find(change.Table, change.Id), ValuesOf(change));
    }

    private static OcRecord With(PlannedChange change, OcRecord? row, RecordValues values)
    {
        var columns = values.Select(pair => new ColumnChange(pair.Key, null, pair.Value))
            .Concat(Secrets(change, isNew: row is null));
        var record = change.Table.With(row, change.Id, columns);
        foreach (var field in change.Fields)
        {
            if (field is { Property: LinksModel links, After: ReferenceSet wanted })
                links.SetOn(record, wanted);
        }

        return record;
    }

    // What a secret is nobody knows before it is written, but whether there will be one.
    private static IEnumerable<ColumnChange> Secrets(PlannedChange change, bool isNew) =>
        from column in change.Table.Secrets
        let isWritten = change.Fields.Any(field => field.Property == column)
        where isNew || isWritten
        select new ColumnChange(column, null, isWritten ? SecretState.Set : SecretState.Unset);
}
