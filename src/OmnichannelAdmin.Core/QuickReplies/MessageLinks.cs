using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.QuickReplies;

/// <summary>What a quick reply or a rich message is to be linked with; null leaves what is there.</summary>
public sealed record MessageLinks
{
    /// <summary>The workstreams in which it is offered.</summary>
    public IReadOnlyList<RecordIdentity>? Workstreams { get; init; }

    /// <summary>The tags by which it is found; tags that do not exist yet are made.</summary>
    public IReadOnlyList<RecordIdentity>? Tags { get; init; }

    /// <summary>Whether anything is to be linked or unlinked.</summary>
    public bool Any => Workstreams is not null || Tags is not null;

    /// <summary>Refuses what no tag can be.</summary>
    /// <exception cref="OcValidationException">A name breaks a rule.</exception>
    public void Check() => Tag.Check(Tags ?? []);

    /// <summary>The writes that link a message so, and the message as it would be.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="message">The message as it is now, or as it is about to be made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RecordNotFoundException">There is no such workstream.</exception>
    public async Task<(T Planned, IReadOnlyList<RecordWrite> Writes)> PlanAsync<T>(
        RecordStore store, T message, CancellationToken cancellationToken)
        where T : OcRecord
    {
        var table = TableModel.Of<T>();
        var planned = message;
        var writes = new List<RecordWrite>();
        if (Workstreams is not null)
        {
            var workstreams = await store.FindReferencesAsync<Workstream>(Workstreams, cancellationToken)
                .ConfigureAwait(false);
            writes.AddRange(RecordWrite.Relink(message, nameof(Workstreams), workstreams));
            planned = (T)table.WithLinks(planned, nameof(Workstreams), workstreams);
        }

        if (Tags is not null)
        {
            var (tags, newTags) = await Tag.PlanAsync(store, Tags, cancellationToken).ConfigureAwait(false);
            writes.AddRange(newTags);
            writes.AddRange(RecordWrite.Relink(message, nameof(Tags), tags));
            planned = (T)table.WithLinks(planned, nameof(Tags), tags);
        }

        return (planned, writes);
    }
}
