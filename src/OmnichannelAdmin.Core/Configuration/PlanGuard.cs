namespace OmnichannelAdmin.Configuration;

/// <summary>A row that a plan leaves alone but relies on; when it has moved, the plan is not carried out.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Id">The row's GUID.</param>
/// <param name="ETag">The version that the plan was made from.</param>
public sealed record PlanGuard(RecordKey Key, Guid Id, string? ETag);
