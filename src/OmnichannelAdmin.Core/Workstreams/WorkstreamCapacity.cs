using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>The capacity profiles of workstreams, which are rows of a table between the two.</summary>
public sealed class WorkstreamCapacity
{
    private readonly ChildRows<WorkstreamCapacityProfile> _rows;

    /// <summary>Makes a reader.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most workstreams will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public WorkstreamCapacity(RecordStore store, bool allAtOnce, CancellationToken cancellationToken) =>
        _rows = new(store, nameof(WorkstreamCapacityProfile.Workstream), allAtOnce, cancellationToken);

    /// <summary>Refuses to count capacity in units and by profiles at once.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="hasProfiles">Whether profiles are to be set or, when false, taken away; null when neither.</param>
    /// <exception cref="OcValidationException">Both were given.</exception>
    public static void Choose(RecordValues values, bool? hasProfiles)
    {
        var hasUnits = values[nameof(Workstream.Capacity)] is not null;
        if (hasUnits && hasProfiles == true)
        {
            throw new OcValidationException(
                "CapacityProfile", "CapacityGivenTwice",
                "Capacity is counted in units or by profiles, not both; give Capacity or CapacityProfile.");
        }

        if (hasUnits || hasProfiles is not null)
            values[nameof(Workstream.CapacityFormat)] = hasProfiles == true
                ? CapacityFormat.ProfileBased
                : CapacityFormat.UnitBased;
    }

    /// <summary>The workstream with its capacity profiles.</summary>
    public async Task<Workstream> CompleteAsync(Workstream workstream, CancellationToken cancellationToken)
    {
        var rows = await _rows.OfAsync(workstream.Id, cancellationToken).ConfigureAwait(false);
        return workstream with
        {
            CapacityProfiles = [.. rows.Select(row => row.CapacityProfile).OfType<RecordReference>()],
        };
    }

    /// <summary>The writes that leave a workstream with exactly the wanted capacity profiles.</summary>
    public async Task<IReadOnlyList<RecordWrite>> ReplaceAsync(
        Workstream workstream, IReadOnlyList<RecordReference> wanted, CancellationToken cancellationToken)
    {
        var there = await _rows.OfAsync(workstream.Id, cancellationToken).ConfigureAwait(false);
        return
        [
            .. Add(workstream, [.. wanted.Where(profile => there.All(row => row.CapacityProfile != profile))]),
            .. there.Where(row => !wanted.Contains(row.CapacityProfile))
                .Select(row => RecordWrite.Delete(row, etag: null)),
        ];
    }

    /// <summary>The writes that give capacity profiles to a workstream that has none.</summary>
    public static IEnumerable<RecordWrite> Add(Workstream workstream, IReadOnlyList<RecordReference> profiles)
    {
        foreach (var profile in profiles)
        {
            var values = new RecordValues(TableModel.Of<WorkstreamCapacityProfile>())
            {
                [nameof(WorkstreamCapacityProfile.Name)] = profile.Name,
                [nameof(WorkstreamCapacityProfile.CapacityProfile)] = profile,
                [nameof(WorkstreamCapacityProfile.Workstream)] = new RecordReference(workstream.Id, workstream.Name),
            };
            yield return RecordWrite.Create(values, Guid.NewGuid());
        }
    }
}
