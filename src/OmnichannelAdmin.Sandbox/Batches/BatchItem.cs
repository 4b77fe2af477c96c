namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>An item of a batch: one operation, or a change set.</summary>
/// <param name="Operations">The operations.</param>
/// <param name="IsChangeSet">Whether they are all or nothing.</param>
internal sealed record BatchItem(List<BatchOperation> Operations, bool IsChangeSet);
