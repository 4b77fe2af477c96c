using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>One page of an answer.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next page begins, or null when this is the last one.</param>
internal sealed record RowPage(IReadOnlyList<Row> Rows, PagingCookie? Next)
{
    /// <summary>Reads a page of a query.</summary>
    /// <exception cref="RefusedException">The paging cookie cannot be read.</exception>
    public static RowPage Take(
        RowSource source, Func<Row, bool> test, RowOrder order, ODataQuery query, Preferences preferences, int pageSize)
    {
        var cookie = query.SkipToken is { } token ? PagingCookie.Parse(token, order) : null;
        var rows = Behind(source, order, cookie, test);

        // $top is ignored when a page size is asked for; without one it ends the answer, and no page follows.
        if (preferences.MaxPageSize is null && query.Top is { } top)
            return new RowPage([.. rows.Take((int)Math.Min(top, pageSize))], Next: null);

        var size = Math.Min(preferences.MaxPageSize ?? pageSize, pageSize);
        var taken = rows.Take(size + 1).ToList();
        if (taken.Count <= size)
            return new RowPage(taken, Next: null);

        taken.RemoveAt(size);
        return new RowPage(taken, PagingCookie.After(taken[^1], order, cookie?.Page ?? 1));
    }

    private static IEnumerable<Row> Behind(
        RowSource source, RowOrder order, PagingCookie? cookie, Func<Row, bool> test)
    {
        if (cookie is null)
            return order.Apply(source.Rows.Where(test));
        if (order.Keys.Count == 0)
            return source.After(cookie.LastId).Where(test);

        return order.Apply(source.Rows.Where(test))
            .SkipWhile(row => order.CompareTo(row, cookie.LastValues, cookie.LastId) <= 0);
    }
}
