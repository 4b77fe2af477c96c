namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class ODataFilterTests
{
    public static TheoryData<ODataFilter, string> Conditions => new()
    {
        { ODataFilter.Equal("name", "Contoso"), "name eq 'Contoso'" },
        { ODataFilter.Equal("accountid", Requests.Id), "accountid eq 6f9619ff-8b86-4d01-b42d-00cf4fc964ff" },
        { ODataFilter.Equal("statecode", -1), "statecode eq -1" },
        { ODataFilter.Equal("isdisabled", true), "isdisabled eq true" },
        { ODataFilter.IsNull("name"), "name eq null" },
        { ODataFilter.IsNotNull("name"), "name ne null" },
        { ODataFilter.NotEqual("name", "x"), "name ne 'x'" },
        { ODataFilter.GreaterThan("statecode", 3), "statecode gt 3" },
        {
            ODataFilter.LessThan("createdon", new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(2))),
            "createdon lt 2026-01-15T08:00:00Z"
        },
        { ODataFilter.StartsWith("name", "Con"), "startswith(name,'Con')" },
        { ODataFilter.EndsWith("name", "so"), "endswith(name,'so')" },
        { ODataFilter.Contains("name", "'"), "contains(name,'''')" },
        { ODataFilter.Not(ODataFilter.IsNull("name")), "not (name eq null)" },
        { ODataFilter.And(ODataFilter.IsNull("a"), ODataFilter.IsNull("b")), "(a eq null and b eq null)" },
        { ODataFilter.Or(ODataFilter.IsNull("a"), ODataFilter.IsNull("b")), "(a eq null or b eq null)" },
        { ODataFilter.And(ODataFilter.IsNull("a")), "a eq null" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_written_in_the_words_of_odata(ODataFilter filter, string expression) =>
        Assert.Equal(expression, filter.Expression);

    [Fact]
    public void Conditions_nest_without_changing_their_meaning() =>
        Assert.Equal(
            "(a eq null and (b eq null or c eq null))",
            ODataFilter.And(
                ODataFilter.IsNull("a"), ODataFilter.Or(ODataFilter.IsNull("b"), ODataFilter.IsNull("c"))).Expression);

    [Fact]
    public void A_bracket_in_a_searched_text_becomes_the_wildcard_that_matches_it() =>
        Assert.Equal("contains(name,'100%_ _new_')", ODataFilter.Contains("name", "100%_ [new]").Expression);

    [Fact]
    public void A_bracket_in_a_compared_text_stays() =>
        Assert.Equal("name eq '[new]'", ODataFilter.Equal("name", "[new]").Expression);

    [Fact]
    public void Joining_nothing_is_refused() => Assert.Throws<ArgumentException>(() => ODataFilter.Or());
}
