namespace OmnichannelAdmin.Dataverse;

/// <summary>What became of an item of a batch.</summary>
/// <param name="Responses">
/// The answers, one per operation; empty when the item was refused, or not reached because the server stopped at an
/// item before it.
/// </param>
/// <param name="Error">Why the item was refused, or null.</param>
public sealed record BatchOutcome(IReadOnlyList<DataverseResponse> Responses, DataverseException? Error);
