using System.Text.Json;

namespace OmnichannelAdmin.Dataverse;

/// <summary>One page of a collection.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="TotalCount">The value of @odata.count, when it was asked for.</param>
/// <param name="NextLink">Where the next page is, or null on the last one.</param>
public sealed record DataversePage(IReadOnlyList<JsonElement> Rows, int? TotalCount, Uri? NextLink);
