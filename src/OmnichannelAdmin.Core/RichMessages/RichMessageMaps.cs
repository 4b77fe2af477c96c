using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.RichMessages;

/// <summary>The rich messages of authentication settings, or of payment profiles.</summary>
public sealed class RichMessageMaps
{
    private readonly string _ownerProperty;
    private readonly ChildRows<RichMessageMap> _rows;

    private RichMessageMaps(
        RecordStore store, string ownerProperty, bool allAtOnce, CancellationToken cancellationToken)
    {
        _ownerProperty = ownerProperty;
        _rows = new ChildRows<RichMessageMap>(store, ownerProperty, allAtOnce, cancellationToken);
    }

    /// <summary>Those of authentication settings.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most settings will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public static RichMessageMaps OfAuthSettings(
        RecordStore store, bool allAtOnce, CancellationToken cancellationToken) =>
        new(store, nameof(RichMessageMap.AuthSetting), allAtOnce, cancellationToken);

    /// <summary>Those of payment profiles.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most profiles will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public static RichMessageMaps OfPaymentProfiles(
        RecordStore store, bool allAtOnce, CancellationToken cancellationToken) =>
        new(store, nameof(RichMessageMap.PaymentProfile), allAtOnce, cancellationToken);

    /// <summary>The messages of an owner.</summary>
    public async Task<IReadOnlyList<RecordReference>> MessagesOfAsync(Guid owner, CancellationToken cancellationToken)
    {
        var rows = await _rows.OfAsync(owner, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.RichMessage).OfType<RecordReference>().Distinct()];
    }

    /// <summary>The writes that give messages to an owner that has none of them.</summary>
    public IEnumerable<RecordWrite> Add(RecordReference owner, IEnumerable<RecordReference> messages)
    {
        foreach (var message in messages)
        {
            var values = new RecordValues(TableModel.Of<RichMessageMap>())
            {
                [nameof(RichMessageMap.Name)] = message.Name,
                [nameof(RichMessageMap.RichMessage)] = message,
                [_ownerProperty] = owner,
            };
            yield return RecordWrite.Create(values, Guid.NewGuid());
        }
    }

    /// <summary>
    /// The writes that give messages to an owner and take others away; what is so already needs none.
    /// </summary>
    public async Task<IReadOnlyList<RecordWrite>> ChangeAsync(
        RecordReference owner,
        IReadOnlyList<RecordReference> added,
        IReadOnlyList<RecordReference> removed,
        CancellationToken cancellationToken)
    {
        if (added.Count + removed.Count == 0)
            return [];

        var rows = await _rows.OfAsync(owner.Id, cancellationToken).ConfigureAwait(false);
        return
        [
            .. Add(owner, added.Where(message => rows.All(row => row.RichMessage != message))),
            .. Delete(rows.Where(row => row.RichMessage is { } message && removed.Contains(message))),
        ];
    }

    /// <summary>
    /// The writes that leave no row behind when the owner goes: the platform itself would keep them as orphans.
    /// </summary>
    public async Task<IReadOnlyList<RecordWrite>> RemoveAsync(Guid owner, CancellationToken cancellationToken) =>
        [.. Delete(await _rows.OfAsync(owner, cancellationToken).ConfigureAwait(false))];

    private static IEnumerable<RecordWrite> Delete(IEnumerable<RichMessageMap> rows) =>
        rows.Select(row => RecordWrite.Delete(row, etag: null));
}
