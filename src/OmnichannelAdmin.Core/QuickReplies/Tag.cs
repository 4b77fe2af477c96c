using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.QuickReplies;

/// <summary>A tag, by which quick replies and rich messages are found.</summary>
[Table("msdyn_octag", Set = "msdyn_octags", DisplayName = "tag", Section = "tags")]
public sealed record Tag : OcRecord
{
    /// <summary>The tag's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Refuses names that no tag can have.</summary>
    /// <exception cref="OcValidationException">A name breaks a rule.</exception>
    public static void Check(IEnumerable<RecordIdentity> tags)
    {
        foreach (var name in tags.Select(tag => tag.Name).OfType<string>())
            Values(name).Check(isNew: true);
    }

    /// <summary>Finds tags, and makes those that do not exist yet.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="tags">The tags that are wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tags, and the writes that make the new ones.</returns>
    /// <exception cref="RecordNotFoundException">There is no tag of a GUID.</exception>
    public static async Task<(IReadOnlyList<RecordReference> Tags, IReadOnlyList<RecordWrite> Writes)> PlanAsync(
        RecordStore store, IEnumerable<RecordIdentity> tags, CancellationToken cancellationToken)
    {
        var found = new List<RecordReference>();
        var writes = new List<RecordWrite>();
        foreach (var tag in tags.DistinctBy(tag => tag.Key.ToUpperInvariant()))
        {
            var there = tag.Name is { } name
                ? await store.FindOfSameKeyAsync(Values(name), cancellationToken).ConfigureAwait(false)
                : await store.FindAsync<Tag>(tag, cancellationToken).ConfigureAwait(false);
            if (there is null)
                writes.Add(RecordWrite.Create(Values(tag.Name!), Guid.NewGuid()));

            found.Add(
                there is null
                    ? new RecordReference(writes[^1].Id, tag.Name)
                    : new RecordReference(there.Id, ((Tag)there).Name));
        }

        return ([.. found.Distinct()], writes);
    }

    private static RecordValues Values(string name) => new(TableModel.Of<Tag>()) { [nameof(Name)] = name };
}
