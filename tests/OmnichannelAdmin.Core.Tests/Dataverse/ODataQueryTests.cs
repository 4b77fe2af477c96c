using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class ODataQueryTests
{
    [Fact]
    public void An_empty_query_is_the_entity_set() => Assert.Equal("accounts", new ODataQuery().ToPath("accounts"));

    [Fact]
    public void All_options_are_written_in_a_fixed_order()
    {
        var query = new ODataQuery
        {
            Select = ["accountid", "name", "_ownerid_value"],
            Filter = ODataFilter.Equal("statecode", 0),
            OrderBy = [new ODataOrder("name"), new ODataOrder("createdon", Descending: true)],
            Top = 5,
            Expand = [new ODataExpand("primarycontactid", ["fullname"])],
            Count = true,
        };

        Assert.Equal(
            "accounts?$select=accountid,name,_ownerid_value&$filter=statecode eq 0&$orderby=name,createdon desc&$top=5"
            + "&$expand=primarycontactid($select=fullname)&$count=true",
            Uri.UnescapeDataString(query.ToPath("accounts")));
    }

    [Fact]
    public void An_awkward_name_stays_inside_its_quotes() =>
        Assert.Equal(
            "name eq 'O''Neil & Sons + 50 % #1 Привет 🎈'",
            FilterAfterTheWire(ODataFilter.Equal("name", "O'Neil & Sons + 50 % #1 Привет 🎈")));

    [Fact]
    public void Any_text_comes_back_from_the_url_as_it_went_in()
    {
        var letters = Gen.Choose(0, 0x10FFFF).Where(Rune.IsValid).Select(char.ConvertFromUtf32);

        Prop.ForAll(TextsOf(letters), text => ReadLiteral(FilterAfterTheWire(ODataFilter.Equal("name", text))) == text)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_can_end_its_literal_or_add_an_option()
    {
        var pieces = Gen.Elements("'", "''", "&", "$filter=", "#", "?", "%", "%27", "+", ") or (1 eq 1", "\\", "/");

        Prop.ForAll(TextsOf(pieces), text => ReadLiteral(FilterAfterTheWire(ODataFilter.Equal("name", text))) == text)
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("name&$top=1")]
    [InlineData("name eq 'x'")]
    [InlineData("a,b")]
    [InlineData("")]
    public void A_name_that_no_column_has_is_refused(string column) =>
        Assert.ThrowsAny<ArgumentException>(() => new ODataQuery { Select = [column] }.ToPath("accounts"));

    [Fact]
    public void A_row_is_addressed_by_its_guid() =>
        Assert.Equal("accounts(6f9619ff-8b86-4d01-b42d-00cf4fc964ff)", ODataPath.Row("accounts", Requests.Id));

    [Fact]
    public void A_link_is_addressed_by_both_its_ends() =>
        Assert.Equal(
            $"systemusers({Requests.Id})/systemuserroles_association({Guid.Empty})/$ref",
            ODataPath.Link("systemusers", Requests.Id, "systemuserroles_association", Guid.Empty));

    private static Arbitrary<string> TextsOf(Gen<string> pieces) =>
        pieces.ListOf().Select(string.Concat).ToArbitrary();

    /// <summary>What a server reads as the filter when it takes the URL apart by the book.</summary>
    private static string FilterAfterTheWire(ODataFilter filter)
    {
        var url = new Uri(new Uri(Wire.Root), new ODataQuery { Filter = filter }.ToPath("accounts"));
        Assert.Empty(url.Fragment);
        var option = Assert.Single(url.Query.TrimStart('?').Split('&'));
        Assert.StartsWith("%24filter=", option.Replace("$", "%24", StringComparison.Ordinal), StringComparison.Ordinal);
        return Uri.UnescapeDataString(option[(option.IndexOf('=', StringComparison.Ordinal) + 1)..]);
    }

    private static string? ReadLiteral(string filter)
    {
        var quoted = filter["name eq ".Length..];
        var inner = quoted[1..^1].Replace("''", "", StringComparison.Ordinal);
        return inner.Contains('\'', StringComparison.Ordinal)
            ? null
            : quoted[1..^1].Replace("''", "'", StringComparison.Ordinal);
    }
}
