using System.Xml.Linq;
namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class PagingTests : SandboxTest
{
    private const string PagesOfFour = "Prefer: odata.maxpagesize=4";

    [Theory]
    [InlineData("?$select=msdyn_name")]
    [InlineData("?$select=msdyn_name&$orderby=msdyn_name")]
    [InlineData("?$select=msdyn_name&$orderby=msdyn_occustomchannelid,msdyn_name desc")]
    [InlineData("?$select=msdyn_name&$orderby=msdyn_webhookurl,createdon desc")]
    [InlineData("?$select=msdyn_name&$orderby=msdyn_enablefileattachmentsforagents desc,versionnumber")]
    [InlineData("?$select=msdyn_name&$orderby=_msdyn_liveworkstreamid_value,msdyn_liveworkstreamid/msdyn_name")]
    public async Task Every_row_comes_exactly_once(string query)
    {
        await CreateChannelsAsync(25);

        var names = await ReadAllAsync(Channels + query);
        Assert.Equal(25, names.Count);
        Assert.Equal(25, names.Distinct().Count());
    }

    [Fact]
    public async Task Pages_keep_the_order()
    {
        await CreateChannelsAsync(25);

        var names = await ReadAllAsync($"{Channels}?$select=msdyn_name&$orderby=msdyn_name desc");
        Assert.Equal(names.OrderDescending(), names);
    }

    [Fact]
    public async Task Pages_hold_only_what_the_filter_lets_through()
    {
        await CreateChannelsAsync(25);

        var names = await ReadAllAsync($"{Channels}?$select=msdyn_name&$filter=startswith(msdyn_name,'Channel 1')");
        Assert.Equal(10, names.Count);
    }

    [Fact]
    public async Task Rows_that_go_between_pages_move_no_other()
    {
        await CreateChannelsAsync(12);
        var first = await Client.GetAsync($"{Channels}?$select=msdyn_name&$orderby=msdyn_name", PagesOfFour);
        foreach (var row in first.Rows)
            await Client.DeleteAsync($"{Channels}({row!["msdyn_occustommessagingchannelid"]})");

        var second = await Client.GetAsync(first.NextLink!, PagesOfFour);
        Assert.Equal("Channel 04", second.Names("msdyn_name").First());
    }

    [Fact]
    public async Task The_next_link_has_the_query_s_own_origin_and_options()
    {
        await CreateChannelsAsync(5);
        var page = await Client.GetAsync($"{Channels}?$select=msdyn_name&$filter=msdyn_name ne 'a%26b'", PagesOfFour);

        Assert.StartsWith($"{Client.Root}{Channels}?$select=msdyn_name&", page.NextLink, StringComparison.Ordinal);
        Assert.Single((await Client.GetAsync(page.NextLink!, PagesOfFour)).Rows);
    }

    [Fact]
    public async Task A_page_is_never_larger_than_the_organization_allows()
    {
        using var organization = new SandboxOrganization(new SandboxSettings { PageSize = 2 });
        using var client = new SandboxClient(organization);

        Assert.Equal(2, (await client.GetAsync("msdyn_oclanguages", "Prefer: odata.maxpagesize=100")).Rows.Count);
        Assert.Equal(2, (await client.GetAsync("msdyn_oclanguages")).Rows.Count);
    }

    [Fact]
    public async Task Without_a_preference_a_page_has_five_thousand_rows_and_a_cookie_of_XML()
    {
        AddTags(5001);

        var page = await Client.GetAsync("msdyn_octags?$select=msdyn_name");
        var cookie = XElement.Parse(Uri.UnescapeDataString(page.NextLink!.Split("$skiptoken=")[1]));
        Assert.Equal((5000, "2"), (page.Rows.Count, cookie.Attribute("pagenumber")?.Value));
        Assert.NotNull(cookie.Attribute("pagingcookie"));
        Assert.Single((await Client.GetAsync(page.NextLink!)).Rows);
    }

    [Fact]
    public async Task A_count_tells_no_more_than_five_thousand()
    {
        AddTags(5001);

        var answer = await Client.GetAsync(
            "msdyn_octags?$count=true&$top=1", "Prefer: odata.include-annotations=\"*\"");
        Assert.Equal(5000, (int?)answer.Json["@odata.count"]);
        Assert.True((bool?)answer.Json["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"]);
    }

    private void AddTags(int count)
    {
        for (var number = 0; number < count; number++)
            Organization.Rows.Add("msdyn_octag", new() { ["msdyn_name"] = $"Tag {number}" });
    }

    private async Task CreateChannelsAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var more = number % 3 == 0
                ? $$""","msdyn_webhookurl":"https://{{number % 4}}.example.com" """
                : string.Empty;
            await CreateChannelAsync($"Channel {number:00}", more);
        }
    }

    private async Task<List<string?>> ReadAllAsync(string query)
    {
        var names = new List<string?>();
        for (var next = query; next is not null;)
        {
            var page = await Client.GetAsync(next, PagesOfFour);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            names.AddRange(page.Names("msdyn_name"));
            next = page.NextLink;
        }

        return names;
    }
}
