using System.Globalization;

namespace OmnichannelAdmin.Dataverse;

/// <summary>The query options of a read. Names are checked and values escaped when the path is made.</summary>
public sealed record ODataQuery
{
    /// <summary>The columns to read; none for all. A lookup is read as <c>_column_value</c>.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Which rows to read, or null for all.</summary>
    public ODataFilter? Filter { get; init; }

    /// <summary>The order of the rows; none for the server's own.</summary>
    public IReadOnlyList<ODataOrder> OrderBy { get; init; } = [];

    /// <summary>
    /// How many rows to read at most, or null for all. Dataverse ignores it when a page size is asked for as well.
    /// </summary>
    public int? Top { get; init; }

    /// <summary>The related rows to read along.</summary>
    public IReadOnlyList<ODataExpand> Expand { get; init; } = [];

    /// <summary>Whether the number of all matching rows is asked for. Dataverse counts to 5,000.</summary>
    public bool Count { get; init; }

    /// <summary>The path and query, escaped, for <see cref="DataverseRequest.Path"/>.</summary>
    /// <param name="resource">
    /// What is read: an entity set, or a path that <see cref="ODataPath"/> made. It is taken as it is.
    /// </param>
    public string ToPath(string resource)
    {
        var options = Options().Select(option => $"{option.Name}={Uri.EscapeDataString(option.Value)}");
        var query = string.Join('&', options);
        return query.Length == 0 ? resource : $"{resource}?{query}";
    }

    private IEnumerable<(string Name, string Value)> Options()
    {
        if (Select.Count > 0)
            yield return ("$select", string.Join(',', Select.Select(ODataName.Check)));

        if (Filter is not null)
            yield return ("$filter", Filter.Expression);

        if (OrderBy.Count > 0)
            yield return ("$orderby", string.Join(',', OrderBy));

        if (Top is { } top)
            yield return ("$top", top.ToString(CultureInfo.InvariantCulture));

        if (Expand.Count > 0)
            yield return ("$expand", string.Join(',', Expand));

        if (Count)
            yield return ("$count", "true");
    }
}
