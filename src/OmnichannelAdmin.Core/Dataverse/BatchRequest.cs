namespace OmnichannelAdmin.Dataverse;

/// <summary>Operations that travel together.</summary>
/// <param name="Items">The items in order; single requests and change sets, at most 1,000 operations in all.</param>
/// <param name="ContinueOnError">Whether the server goes on after an item that it refused.</param>
public sealed record BatchRequest(IReadOnlyList<BatchItem> Items, bool ContinueOnError = false);
