namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// An item of a batch: a single request, or a change set whose operations are all or nothing. An operation of a change
/// set may refer to the row that an earlier one of the same set creates as <c>$n</c>, n being its place from 1.
/// </summary>
public sealed record BatchItem
{
    private BatchItem(IReadOnlyList<DataverseRequest> operations, bool isChangeSet)
    {
        Operations = operations;
        IsChangeSet = isChangeSet;
    }

    /// <summary>The operations: exactly one unless this is a change set.</summary>
    public IReadOnlyList<DataverseRequest> Operations { get; }

    /// <summary>Whether the operations are all or nothing.</summary>
    public bool IsChangeSet { get; }

    /// <summary>A single request.</summary>
    public static BatchItem Request(DataverseRequest request) => new([request], isChangeSet: false);

    /// <summary>A change set. It may hold no GET.</summary>
    public static BatchItem ChangeSet(IReadOnlyList<DataverseRequest> operations) => new(operations, isChangeSet: true);
}
