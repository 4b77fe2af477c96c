using System.Globalization;

namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// A condition on rows. The server compares text without regard to case, and inside <see cref="Contains"/>,
/// <see cref="StartsWith"/> and <see cref="EndsWith"/> it takes <c>%</c>, <c>_</c> and <c>[ ]</c> for wildcards: these
/// three match at least the rows they name, and a caller that needs exactly those filters what comes back once more.
/// </summary>
public sealed record ODataFilter
{
    private ODataFilter(string expression) => Expression = expression;

    /// <summary>The condition in OData's words, with its values quoted but not yet escaped for a URL.</summary>
    public string Expression { get; }

    /// <summary>The column has the text, or is empty when the text is null.</summary>
    public static ODataFilter Equal(string column, string? value) => Compare(column, "eq", Literal(value));

    /// <summary>The column has the GUID.</summary>
    public static ODataFilter Equal(string column, Guid value) => Compare(column, "eq", Literal(value));

    /// <summary>The column has the number, such as a choice's value.</summary>
    public static ODataFilter Equal(string column, int value) => Compare(column, "eq", Literal(value));

    /// <summary>The column has the truth value.</summary>
    public static ODataFilter Equal(string column, bool value) => Compare(column, "eq", Literal(value));

    /// <summary>The column has the moment.</summary>
    public static ODataFilter Equal(string column, DateTimeOffset value) => Compare(column, "eq", Literal(value));

    /// <summary>The column does not have the text, or is not empty when the text is null.</summary>
    public static ODataFilter NotEqual(string column, string? value) => Compare(column, "ne", Literal(value));

    /// <summary>The column does not have the GUID.</summary>
    public static ODataFilter NotEqual(string column, Guid value) => Compare(column, "ne", Literal(value));

    /// <summary>The column does not have the number.</summary>
    public static ODataFilter NotEqual(string column, int value) => Compare(column, "ne", Literal(value));

    /// <summary>The column does not have the truth value.</summary>
    public static ODataFilter NotEqual(string column, bool value) => Compare(column, "ne", Literal(value));

    /// <summary>The column is greater than the number.</summary>
    public static ODataFilter GreaterThan(string column, int value) => Compare(column, "gt", Literal(value));

    /// <summary>The column is later than the moment.</summary>
    public static ODataFilter GreaterThan(string column, DateTimeOffset value) => Compare(column, "gt", Literal(value));

    /// <summary>The column is less than the number.</summary>
    public static ODataFilter LessThan(string column, int value) => Compare(column, "lt", Literal(value));

    /// <summary>The column is earlier than the moment.</summary>
    public static ODataFilter LessThan(string column, DateTimeOffset value) => Compare(column, "lt", Literal(value));

    /// <summary>The column is empty.</summary>
    public static ODataFilter IsNull(string column) => Equal(column, (string?)null);

    /// <summary>The column is not empty.</summary>
    public static ODataFilter IsNotNull(string column) => NotEqual(column, (string?)null);

    /// <summary>The column's text holds the value.</summary>
    public static ODataFilter Contains(string column, string value) => Match("contains", column, value);

    /// <summary>The column's text starts with the value.</summary>
    public static ODataFilter StartsWith(string column, string value) => Match("startswith", column, value);

    /// <summary>The column's text ends with the value.</summary>
    public static ODataFilter EndsWith(string column, string value) => Match("endswith", column, value);

    /// <summary>All of the conditions hold.</summary>
    /// <exception cref="ArgumentException">There is no condition.</exception>
    public static ODataFilter And(params IReadOnlyList<ODataFilter> conditions) => Join(conditions, " and ");

    /// <summary>At least one of the conditions holds.</summary>
    /// <exception cref="ArgumentException">There is no condition.</exception>
    public static ODataFilter Or(params IReadOnlyList<ODataFilter> conditions) => Join(conditions, " or ");

    /// <summary>The condition does not hold.</summary>
    public static ODataFilter Not(ODataFilter condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ODataFilter($"not ({condition.Expression})");
    }

    /// <inheritdoc/>
    public override string ToString() => Expression;

    private static ODataFilter Compare(string column, string comparison, string literal) =>
        new($"{ODataName.Check(column)} {comparison} {literal}");

    private static ODataFilter Match(string function, string column, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);

        // Taken for a wildcard, % and _ still match themselves, but [ and ] do not: [ab] matches a or b and not "[ab]".
        // The wildcard for any one character stands in for them, so that no row is missed.
        var pattern = value.Replace('[', '_').Replace(']', '_');
        return new ODataFilter($"{function}({ODataName.Check(column)},{Literal(pattern)})");
    }

    private static ODataFilter Join(IReadOnlyList<ODataFilter> conditions, string word)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        return conditions.Count switch
        {
            0 => throw new ArgumentException("There is no condition to join.", nameof(conditions)),
            1 => conditions[0],
            _ => new ODataFilter($"({string.Join(word, conditions.Select(condition => condition.Expression))})"),
        };
    }

    private static string Literal(string? value) =>
        value is null ? "null" : $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Literal(Guid value) => value.ToString("D");

    private static string Literal(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Literal(bool value) => value ? "true" : "false";

    private static string Literal(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
