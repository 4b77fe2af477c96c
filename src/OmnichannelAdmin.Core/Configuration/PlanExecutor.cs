using System.Security;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Carries out plans in one environment: exactly what the plan says, or nothing.</summary>
public sealed class PlanExecutor
{
    /// <summary>How many changes fit into one change set.</summary>
    public const int ChangeSetLimit = 1000;

    private readonly RecordStore _store;
    private readonly Guid _organizationId;
    private readonly ISecretSource _secrets;

    /// <summary>Makes an executor.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="organizationId">The organization that the store belongs to.</param>
    /// <param name="secrets">Where secrets are found.</param>
    public PlanExecutor(RecordStore store, Guid organizationId, ISecretSource secrets)
    {
        _store = store;
        _organizationId = organizationId;
        _secrets = secrets;
    }

    /// <summary>
    /// Reads every record of the plan again and carries the plan out when each is as the plan has it: as one change
    /// set, or, beyond <see cref="ChangeSetLimit"/> changes, as one change set after the other, layer by layer.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the wait; a change set that was sent is finished.</param>
    /// <exception cref="PlanRefusedException">The environment is another one, or has moved; nothing was
    /// written.</exception>
    /// <exception cref="SecretNotFoundException">A secret cannot be had; nothing was written.</exception>
    /// <exception cref="PlanInterruptedException">A change set after the first was refused.</exception>
    /// <exception cref="RecordChangedException">A record moved at the last moment; nothing was written.</exception>
    /// <exception cref="DataverseException">The environment refused; nothing was written.</exception>
    public async Task<PlanResult> ApplyAsync(
        ConfigurationPlan plan, IProgress<PlanProgress> progress, CancellationToken cancellationToken)
    {
        var snapshot = await ReadAsync(plan, cancellationToken).ConfigureAwait(false);
        if (plan.Changes.All(change => IsInPlace(change, snapshot)))
            return new PlanResult { Environment = plan.Environment, Unchanged = plan.Changes.Count };

        var planned = new PlannedRecords(plan.Changes, snapshot);
        Check(plan, snapshot, planned);
        var layers = PlanOrder.Layers(plan.Changes);
        var writes = new Dictionary<PlannedChange, IReadOnlyList<RecordWrite>>();
        foreach (var change in layers.SelectMany(changes => changes))
            writes[change] = await WritesForAsync(change, snapshot, planned, cancellationToken).ConfigureAwait(false);

        var changeSets = ChangeSets(layers, change => writes[change].Count);
        await SendAsync(changeSets, writes, progress, cancellationToken).ConfigureAwait(false);
        return new PlanResult
        {
            Environment = plan.Environment,
            Created = plan.Creates,
            Updated = plan.Updates,
            Deleted = plan.Deletes,
            Unchanged = plan.Unchanged,
            ChangeSets = changeSets.Count,
        };
    }

    private async Task SendAsync(
        List<List<PlannedChange>> changeSets,
        Dictionary<PlannedChange, IReadOnlyList<RecordWrite>> writes,
        IProgress<PlanProgress> progress,
        CancellationToken cancellationToken)
    {
        var done = new List<PlannedChange>();
        foreach (var changes in changeSets)
        {
            progress.Report(new PlanProgress(done.Count, writes.Count));
            try
            {
                await _store.ApplyAllAsync([.. changes.SelectMany(change => writes[change])], cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception e) when (
                done.Count > 0 && e is DataverseException or RecordChangedException or OperationCanceledException)
            {
                throw new PlanInterruptedException(done, writes.Count, e);
            }

            done.AddRange(changes);
        }

        progress.Report(new PlanProgress(done.Count, writes.Count));
    }

    // What fits into one change set is all or nothing. Beyond that, a change set ends where a layer does, if it can.
    private static List<List<PlannedChange>> ChangeSets(
        IReadOnlyList<IReadOnlyList<PlannedChange>> layers, Func<PlannedChange, int> sizeOf) =>
        Fill(layers.SelectMany(layer => Fill(layer.Select(change => new[] { change }), sizeOf)), sizeOf);

    // Puts parts that belong together into as few sets as hold them, without another order.
    private static List<List<PlannedChange>> Fill(
        IEnumerable<IReadOnlyList<PlannedChange>> parts, Func<PlannedChange, int> sizeOf)
    {
        var sets = new List<List<PlannedChange>>();
        var used = 0;
        foreach (var part in parts)
        {
            var size = part.Sum(sizeOf);
            if (sets.Count == 0 || used + size > ChangeSetLimit)
            {
                sets.Add([]);
                used = 0;
            }

            sets[^1].AddRange(part);
            used += size;
        }

        return sets;
    }

    private Task<EnvironmentSnapshot> ReadAsync(ConfigurationPlan plan, CancellationToken cancellationToken)
    {
        if (plan.OrganizationId != _organizationId)
        {
            throw new PlanRefusedException(
                $"The plan was made for {plan.Environment.Host} (organization {plan.OrganizationId}), "
                + $"and this is organization {_organizationId}. "
                + "Make a plan for this environment.");
        }

        var tables = plan.Changes.Where(change => change.Action != PlanAction.NoChange)
            .Select(change => change.Table).Distinct();
        return EnvironmentSnapshot.ReadAsync(_store, ConfigurationModel.ReadFor(tables), cancellationToken);
    }

    // A plan that has been carried out is found done when it is run again. Whether a secret is in place nobody can
    // tell.
    private static bool IsInPlace(PlannedChange change, EnvironmentSnapshot snapshot)
    {
        if (change.Action == PlanAction.NoChange)
            return true;

        var row = snapshot.Find(change.Table, change.Id);
        if (change.Action == PlanAction.Delete)
            return row is null;

        return row is not null && change.Fields.All(field => field.IsSecret
            ? change.Action == PlanAction.Create
            : Holds(row, field.Property, field.After));
    }

    private static bool Holds(OcRecord row, PropertyModel property, object? value) =>
        DocumentValue.AreSame(DocumentValue.Canonical(property, property.ValueOf(row)), value);

    private static void Check(ConfigurationPlan plan, EnvironmentSnapshot snapshot, PlannedRecords planned)
    {
        var reasons = plan.Changes.Where(change => change.Action != PlanAction.NoChange)
            .Select(change => WhyNot(change, snapshot) ?? WhyBroken(change, planned))
            .Concat(plan.Guards.Select(guard => WhyMoved(guard.Key, guard.Id, guard.ETag, snapshot)))
            .OfType<string>()
            .Distinct()
            .ToList();
        if (reasons.Count > 0)
            throw new PlanRefusedException(reasons);
    }

    private static string? WhyNot(PlannedChange change, EnvironmentSnapshot snapshot)
    {
        if (change.Action != PlanAction.Create)
            return WhyMoved(change.Key, change.Id, change.ETag, snapshot) ?? WhyLinkedOtherwise(change, snapshot);

        return snapshot.Find(change.Key).Count > 0 || snapshot.Find(change.Table, change.Id) is not null
            ? $"{change.Section} '{change.Name}' is to be made, and exists by now."
            : null;
    }

    // A plan file may have been written by somebody else than New-OcPlan, whatever its seal says.
    private static string? WhyBroken(PlannedChange change, PlannedRecords planned)
    {
        if (change.Action == PlanAction.Delete)
            return null;

        try
        {
            planned.Check(change);
            return null;
        }
        catch (OcValidationException e)
        {
            return $"{change.Section} '{change.Name}': {e.Message}";
        }
    }

    private static string? WhyMoved(RecordKey key, Guid id, string? etag, EnvironmentSnapshot snapshot)
    {
        var row = snapshot.Find(key.Table, id);
        if (row is null)
            return $"the {key.Table.DisplayName} '{key}' is gone.";

        if (row.ETag != etag)
            return $"the {key.Table.DisplayName} '{key}' has been changed since.";

        return key.Equals(snapshot.KeyOf(row))
            ? null
            : $"the {key.Table.DisplayName} '{key}' is another record by now.";
    }

    // A link leaves the version of both rows as it is.
    private static string? WhyLinkedOtherwise(PlannedChange change, EnvironmentSnapshot snapshot)
    {
        var row = snapshot.Find(change.Table, change.Id)!;
        var moved = change.Fields.FirstOrDefault(
            field => field.Property is LinksModel && !Holds(row, field.Property, field.Before));
        return moved is null
            ? null
            : $"the {moved.Name} of the {change.Table.DisplayName} '{change.Key}' have been changed since.";
    }

    private async Task<IReadOnlyList<RecordWrite>> WritesForAsync(
        PlannedChange change, EnvironmentSnapshot snapshot, PlannedRecords planned, CancellationToken cancellationToken)
    {
        var row = snapshot.Find(change.Table, change.Id);
        if (change.Action == PlanAction.Delete)
            return [RecordWrite.Delete(row!, change.ETag)];

        var values = planned.ValuesOf(change);
        foreach (var field in change.Fields.Where(field => field.IsSecret))
            values[field.Property.Name] = field.After is SecretReference secret
                ? await FindAsync(secret, cancellationToken).ConfigureAwait(false)
                : null;

        values.Check(isNew: row is null);
        IReadOnlyList<RecordWrite> writes = row is null ? Create(change, values) : [Update(change, row, values)];
        var record = row ?? writes[0].After!;
        return [.. writes, .. change.Fields.SelectMany(field => Relink(record, field))];
    }

    private static IReadOnlyList<RecordWrite> Create(PlannedChange change, RecordValues values)
    {
        var later = new RecordValues(change.Table);
        foreach (var (column, value) in values.Where(pair => pair.Key.Declaration.InitialValue is not null).ToList())
        {
            values.Leave(column.Name);
            if (value is not null && !value.Equals(column.Declaration.InitialValue))
                later[column.Name] = value;
        }

        var create = RecordWrite.Create(values, change.Id);
        return later.Count == 0 ? [create] : [create, RecordWrite.Update(create.After!, later, etag: null)];
    }

    // Where only links change, the name is written once more: of two plans at once, the second then meets another
    // version.
    private static RecordWrite Update(PlannedChange change, OcRecord row, RecordValues values)
    {
        if (values.Count == 0)
            values[change.Table.NameColumn.Name] = change.Table.NameColumn.ValueOf(row);

        return RecordWrite.Update(row, values, change.ETag);
    }

    private static IEnumerable<RecordWrite> Relink(OcRecord record, PlannedField field) =>
        field is { Property: LinksModel links, After: ReferenceSet wanted }
            ? RecordWrite.Relink(record, links.Name, wanted)
            : [];

    private async Task<SecureString> FindAsync(SecretReference secret, CancellationToken cancellationToken) =>
        await _secrets.FindAsync(secret, cancellationToken).ConfigureAwait(false)
        ?? throw new SecretNotFoundException(secret, "no source knows it.");
}
