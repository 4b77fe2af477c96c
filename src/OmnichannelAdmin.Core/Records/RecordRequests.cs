using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>The requests by which records are read.</summary>
internal static class RecordRequests
{
    private const string Annotations = "odata.include-annotations=\"*\"";

    public static DataverseRequest Get(string path) =>
        new(HttpMethod.Get, path) { Preferences = [Annotations] };

    public static ODataQuery QueryFor(TableModel table, RecordQuery query) => new()
    {
        Select = table.Select,
        Filter = And(query.Filter, query.Name is null ? null : NameFilter(table, query.Name)),
        Expand = ExpandOf(table),
        OrderBy = [new ODataOrder(table.NameColumn.Declaration.Column), new ODataOrder(table.PrimaryKey)],
    };

    public static IReadOnlyList<ODataExpand> ExpandOf(TableModel table) =>
        [.. table.Links.Select(links => links.Expand)];

    private static ODataFilter? NameFilter(TableModel table, NamePattern name)
    {
        if (!name.HasWildcards)
            return AnyName(table, column => ODataFilter.Equal(column, name.ToString()));

        return name.LiteralPrefix.Length == 0
            ? null
            : AnyName(table, column => ODataFilter.StartsWith(column, name.LiteralPrefix));
    }

    public static ODataFilter AnyName(TableModel table, Func<string, ODataFilter> condition)
    {
        var isName = condition(table.NameColumn.Declaration.Column);
        return table.OtherNameColumn is { } other
            ? ODataFilter.Or(isName, condition(other.Declaration.Column))
            : isName;
    }

    public static ODataFilter? And(ODataFilter? left, ODataFilter? right) =>
        left is null ? right : right is null ? left : ODataFilter.And(left, right);
}
