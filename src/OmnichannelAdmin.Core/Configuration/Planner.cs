using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Compares a document with an environment.</summary>
internal sealed class Planner
{
    private readonly ConfigurationDocument _document;
    private readonly EnvironmentSnapshot _snapshot;
    private readonly Guid _organizationId;
    private readonly PlanOptions _options;
    private readonly Dictionary<RecordKey, OcRecord?> _matches = [];
    private readonly Dictionary<RecordKey, Guid> _ids = [];
    private readonly HashSet<Guid> _doomed = [];
    private readonly Dictionary<Guid, PlanGuard> _guards = [];
    private readonly List<ConfigurationProblem> _problems = [];

    public Planner(
        ConfigurationDocument document, EnvironmentSnapshot snapshot, Guid organizationId, PlanOptions options)
    {
        _document = document;
        _snapshot = snapshot;
        _organizationId = organizationId;
        _options = options;
    }

    /// <exception cref="ConfigurationException">The document cannot be brought about in this environment.</exception>
    public ConfigurationPlan Plan(Uri environment)
    {
        foreach (var record in Records())
            Match(record);

        var deletes = _options.Prune ? Deletes() : [];
        var changes = FillIn([.. Records().Select(Compare), .. deletes]);
        CheckRules(changes);
        if (_problems.Count > 0)
            throw new ConfigurationException(_problems);

        var kept = changes.Where(change => change.Action != PlanAction.Delete);
        foreach (var field in kept.SelectMany(change => change.Fields))
            Guard(field);

        var ordered = PlanOrder.Layers(changes).SelectMany(layer => layer)
            .Concat(changes.Where(change => change.Action == PlanAction.NoChange));
        return new ConfigurationPlan
        {
            Environment = environment,
            OrganizationId = _organizationId,
            Changes = [.. ordered],
            Guards = [.. _guards.Values],
        };
    }

    private IEnumerable<ConfigurationRecord> Records() => _document.Sections.SelectMany(section => section.Records);

    private void Match(ConfigurationRecord record)
    {
        var rows = _snapshot.Find(record.Key);
        if (rows.Count > 1)
            Complain(record.Location, ManyRows(rows));
        if (_snapshot.HasOutside(record.Key))
            Complain(
                record.Location, "the environment keeps a record of this key itself; leave it out of the document.");

        _matches[record.Key] = rows.Count == 0 ? null : rows[0];
        _ids[record.Key] = rows.Count == 0 ? NewId(record.Key) : rows[0].Id;
    }

    private Guid NewId(RecordKey key)
    {
        for (var attempt = 0; ; attempt++)
        {
            var id = PlannedId.Of(_organizationId, key, attempt);
            if (_snapshot.Find(key.Table, id) is null)
                return id;
        }
    }

    // As with the Remove cmdlets, what belongs to a row goes with it: Dataverse would leave most of it behind.
    private List<PlannedChange> Deletes()
    {
        var deletes = _document.Sections.SelectMany(Unmentioned).ToList();
        var mentioned = _ids.Values.ToHashSet();
        for (var found = deletes; found.Count > 0;)
        {
            _doomed.UnionWith(found.Select(change => change.Id));
            found =
            [
                .. from table in _snapshot.Tables
                   from row in _snapshot.Rows(table)
                   where EnvironmentSnapshot.BelongsToOneOf(row, _doomed) && !_doomed.Contains(row.Id)
                       && !mentioned.Contains(row.Id)
                   let key = _snapshot.KeyOf(row)
                   where key is not null
                   select Delete(row, key),
            ];
            deletes.AddRange(found);
        }

        return deletes;
    }

    private IEnumerable<PlannedChange> Unmentioned(ConfigurationSection section)
    {
        var mentioned = section.Records.Select(record => _ids[record.Key]).ToHashSet();
        foreach (var row in _snapshot.Rows(section.Table).Where(row => !mentioned.Contains(row.Id)))
        {
            if (_snapshot.KeyOf(row) is { } key)
                yield return Delete(row, key);
            else
                Complain(
                    $"{section.Name} '{section.Table.NameOf(row)}'",
                    $"the row {row.Id} lacks its key, so whether it may go cannot be told.");
        }
    }

    private PlannedChange Delete(OcRecord row, RecordKey key) => new()
    {
        Action = PlanAction.Delete,
        Key = key,
        Id = row.Id,
        ETag = row.ETag,
        Fields =
        [
            .. from property in ConfigurationModel.PropertiesOf(key.Table)
               where property is not ColumnModel { Declaration.IsSecret: true }
               let value = ValueOf(property, row)
               where value is not (null or ReferenceSet { Count: 0 })
               select new PlannedField(property, value, null),
        ],
    };

    private PlannedChange Compare(ConfigurationRecord record)
    {
        var row = _matches[record.Key];
        var fields = ConfigurationModel.PropertiesOf(record.Key.Table)
            .Where(record.Values.ContainsKey)
            .Select(property => Compare(record, row, property, record.Values[property]))
            .OfType<PlannedField>()
            .ToList();
        return new PlannedChange
        {
            Action = row is null ? PlanAction.Create : fields.Count == 0 ? PlanAction.NoChange : PlanAction.Update,
            Key = record.Key,
            Id = _ids[record.Key],
            ETag = row?.ETag,
            Fields = fields,
        };
    }

    private PlannedField? Compare(ConfigurationRecord record, OcRecord? row, PropertyModel property, object? wanted)
    {
        if (property is ColumnModel { Declaration.IsSecret: true })
            return row is null || _options.UpdateSecrets ? new PlannedField(property, null, wanted) : null;

        var after = wanted switch
        {
            RecordKey key => Resolve(record, property, key),
            IReadOnlyList<RecordKey> keys => new ReferenceSet(
                keys.Select(key => Resolve(record, property, key)).OfType<RecordReference>()),
            _ => wanted,
        };
        if (row is null)
            return IsNothingToBeginWith(property, after) ? null : new PlannedField(property, null, after);

        var before = ValueOf(property, row);
        return DocumentValue.AreSame(before, after) ? null : new PlannedField(property, before, after);
    }

    private static bool IsNothingToBeginWith(PropertyModel property, object? after) =>
        after is ReferenceSet { Count: 0 } || (after is null && property is ColumnModel { IsReference: true });

    // A reference is shown by its key, as documents write it.
    private object? ValueOf(PropertyModel property, OcRecord row)
    {
        var value = DocumentValue.Canonical(property, property.ValueOf(row));
        return value switch
        {
            RecordReference reference => Named(reference, _snapshot.KeyOf(row, (ColumnModel)property)),
            ReferenceSet references => new ReferenceSet(
                references.Select(reference => Named(reference, _snapshot.KeyOf((LinksModel)property, reference)))),
            _ => value,
        };
    }

    private static RecordReference Named(RecordReference reference, RecordKey? key) =>
        key is null ? reference : reference with { Name = key.ToString() };

    private RecordReference? Resolve(ConfigurationRecord record, PropertyModel property, RecordKey key)
    {
        var place = $"{record.Location} {property.DocumentName}";
        if (_ids.TryGetValue(key, out var id))
            return new RecordReference(id, key.ToString());

        var rows = _snapshot.Find(key);
        if (rows.Count == 0)
            return Complain(
                place, $"there is no {key.Table.DisplayName} '{key}', neither in the document nor in the environment.");
        if (rows.Count > 1)
            return Complain(place, ManyRows(rows));
        if (_doomed.Contains(rows[0].Id))
            return Complain(
                place, $"the {key.Table.DisplayName} '{key}' is not in the document, so -Prune would remove it.");

        return new RecordReference(rows[0].Id, key.ToString());
    }

    // A row that stays as it is can be removed or renamed before the plan is carried out.
    private void Guard(PlannedField field)
    {
        var rows = from reference in PlanOrder.ReferencesIn(field.After)
                   from target in field.Property.Targets
                   let row = _snapshot.Find(target, reference.Id)
                   where row is not null
                   select row;
        foreach (var row in rows)
            _guards[row.Id] = new PlanGuard(_snapshot.KeyOf(row)!, row.Id, row.ETag);
    }

    // What follows from the rest of a new record is part of the plan as well, so that it can be reviewed.
    private IReadOnlyList<PlannedChange> FillIn(IReadOnlyList<PlannedChange> changes)
    {
        var planned = new PlannedRecords(changes, _snapshot);
        return [.. changes.Select(
            change => change.Action == PlanAction.Create ? FillIn(change, planned.ValuesOf(change)) : change)];
    }

    private static PlannedChange FillIn(PlannedChange change, RecordValues values)
    {
        var given = change.Fields.Select(field => field.Property).ToHashSet();
        var filled = from pair in values
                     where pair.Value is not null && !given.Contains(pair.Key)
                        && ConfigurationModel.PropertiesOf(change.Table).Contains(pair.Key)
                     select new PlannedField(pair.Key, null, DocumentValue.Canonical(pair.Key, pair.Value));
        return change with { Fields = [.. change.Fields, .. filled] };
    }

    private void CheckRules(IReadOnlyList<PlannedChange> changes)
    {
        var planned = new PlannedRecords(changes, _snapshot);
        var broken = _problems.Select(problem => problem.Location).ToList();
        foreach (var change in changes.Where(change => change.Action is PlanAction.Create or PlanAction.Update))
        {
            var location = $"{change.Section} '{change.Name}'";
            if (broken.Exists(place => place.StartsWith(location, StringComparison.Ordinal)))
                continue;

            try
            {
                planned.Check(change);
            }
            catch (OcValidationException e)
            {
                _problems.Add(ConfigurationProblem.Of(location, change.Table, e));
            }
        }
    }

    private static string ManyRows(IEnumerable<OcRecord> rows) =>
        $"several rows of the environment have this key: {string.Join(", ", rows.Select(row => row.Id).Order())}. "
        + "Rename or remove all but one.";

    private RecordReference? Complain(string location, string text)
    {
        _problems.Add(new ConfigurationProblem(location, text));
        return null;
    }
}
