using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.QuickReplies;

/// <summary>What a quick reply is to be linked with; null leaves what is there.</summary>
public sealed record QuickReplyLinks
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

    /// <summary>The writes that link a reply so, and the reply as it would be.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="reply">The reply as it is now, or as it is about to be made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RecordNotFoundException">There is no such workstream.</exception>
    public async Task<(QuickReply Planned, IReadOnlyList<RecordWrite> Writes)> PlanAsync(
        RecordStore store, QuickReply reply, CancellationToken cancellationToken)
    {
        var planned = reply;
        var writes = new List<RecordWrite>();
        if (Workstreams is not null)
        {
            var workstreams = await store.FindReferencesAsync<Workstream>(Workstreams, cancellationToken).ConfigureAwait(false);
            writes.AddRange(RecordWrite.Relink(reply, nameof(QuickReply.Workstreams), workstreams));
            planned = planned with { Workstreams = workstreams };
        }

        if (Tags is not null)
        {
            var (tags, newTags) = await Tag.PlanAsync(store, Tags, cancellationToken).ConfigureAwait(false);
            writes.AddRange(newTags);
            writes.AddRange(RecordWrite.Relink(reply, nameof(QuickReply.Tags), tags));
            planned = planned with { Tags = tags };
        }

        return (planned, writes);
    }
}
