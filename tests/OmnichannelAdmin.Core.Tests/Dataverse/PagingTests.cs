using System.Globalization;
using System.Net;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class PagingTests
{
    private const int PageSize = 5000;
    private const int AllRows = 100_000;

    [Fact]
    public async Task Pages_follow_their_links_with_the_same_preference()
    {
        const string Link = Wire.Root + "accounts?$select=name&$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E%25";
        using var wire = new Wire().Then(Answers.Page("""{"name":"a"},{"name":"b"}""", Link));
        wire.Then(Answers.Page("""{"name":"c"}"""));

        var names = new List<string?>();
        await foreach (var page in wire.PagesOf("accounts?$select=name", "odata.maxpagesize=2"))
            names.AddRange(page.Rows.Select(row => row.GetProperty("name").GetString()));

        Assert.Equal(["a", "b", "c"], names);
        Assert.Equal(Link, wire.Requests[1].Url.AbsoluteUri);
        Assert.All(wire.Requests, request => Assert.Equal("odata.maxpagesize=2", request.Header("Prefer")));
    }

    [Fact]
    public async Task A_page_carries_the_count_when_it_was_asked_for()
    {
        using var wire = new Wire().Then(Answers.Json("""{"@odata.count":5000,"value":[]}"""));

        await foreach (var page in wire.PagesOf("accounts?$count=true"))
            Assert.Equal((5000, 0, null), (page.TotalCount, page.Rows.Count, page.NextLink));

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_pass_without_being_kept()
    {
        using var wire = new Wire { Transport = new ScriptedTransport { Otherwise = Serve } };
        var pages = new List<WeakReference>();
        var rows = 0;

        await foreach (var page in wire.PagesOf("accounts?page=0"))
        {
            rows += page.Rows.Count;
            pages.Add(new WeakReference(page));
            GC.Collect();
            Assert.InRange(pages.Count(reference => reference.IsAlive), 1, 2);
        }

        Assert.Equal(AllRows, rows);
        Assert.Equal(AllRows / PageSize, wire.Requests.Count);
    }

    [Fact]
    public async Task A_consumer_that_stops_asking_stops_the_requests()
    {
        using var wire = new Wire { Transport = new ScriptedTransport { Otherwise = Serve } };

        var rows = 0;
        await foreach (var page in wire.PagesOf("accounts?page=0"))
        {
            rows += page.Rows.Count;
            if (rows >= 2 * PageSize)
                break;
        }

        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_first_page_is_wanted()
    {
        using var wire = new Wire();

        await using var pages = wire.PagesOf("accounts").GetAsyncEnumerator();

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_429_in_the_middle_of_paging_repeats_that_page_only()
    {
        using var wire = new Wire().Then(Answers.Page("1", "accounts?page=1")).Then(Answers.Throttled("30"));
        wire.Then(Answers.Page("2"));

        Assert.Equal([1, 2], await NumbersOf(wire));
        Assert.Equal([TimeSpan.FromSeconds(30)], wire.Time.Delays);
        Assert.Equal(wire.Requests[1].Url, wire.Requests[2].Url);
    }

    [Theory]
    [InlineData("https://evil.example/api/data/v9.2/accounts?page=1")]
    [InlineData("//evil.example/accounts")]
    [InlineData("http://contoso.crm4.dynamics.com/api/data/v9.2/accounts")]
    public async Task A_link_to_another_origin_is_refused(string link)
    {
        using var wire = new Wire { Tokens = new ScriptedTokens() };
        wire.Then(Answers.Page("1", link));

        var error = await Assert.ThrowsAsync<DataverseException>(() => NumbersOf(wire));

        Assert.Contains("out of the environment", error.Message, StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_link_to_the_same_page_is_not_followed_for_ever()
    {
        using var wire = new Wire
        {
            Transport = new ScriptedTransport { Otherwise = _ => Answers.Page("1", "accounts") },
        };

        await Assert.ThrowsAsync<DataverseException>(() => NumbersOf(wire));

        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":1}""")]
    [InlineData("[1]")]
    public async Task An_answer_that_is_no_collection_is_an_error(string body)
    {
        using var wire = new Wire().Then(Answers.Json(body));

        Assert.Contains(
            "no collection",
            (await Assert.ThrowsAsync<DataverseException>(() => NumbersOf(wire))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_on_a_later_page_comes_after_the_rows_before_it()
    {
        using var wire = new Wire().Then(Answers.Page("1", "accounts?page=1"));
        wire.Then(Answers.Error(HttpStatusCode.Forbidden, "0x80040220", "No."));
        await using var pages = wire.PagesOf("accounts").GetAsyncEnumerator();

        Assert.True(await pages.MoveNextAsync());
        await Assert.ThrowsAsync<DataverseException>(async () => await pages.MoveNextAsync());
    }

    private static async Task<List<int>> NumbersOf(Wire wire)
    {
        var numbers = new List<int>();
        await foreach (var page in wire.PagesOf("accounts"))
            numbers.AddRange(page.Rows.Select(row => row.GetInt32()));

        return numbers;
    }

    private static HttpResponseMessage Serve(RecordedRequest request)
    {
        var number = int.Parse(request.Url.Query.Split('=')[1], CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(number * PageSize, PageSize).Select(row => $$"""{"row":{{row}}}""");
        var isLast = (number + 1) * PageSize >= AllRows;
        return Answers.Page(string.Join(',', rows), isLast ? null : $"{Wire.Root}accounts?page={number + 1}");
    }
}
