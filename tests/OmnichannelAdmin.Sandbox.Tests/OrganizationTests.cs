using System.Net;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class OrganizationTests : SandboxTest
{
    [Fact]
    public async Task Two_organizations_know_nothing_of_each_other()
    {
        using var other = new SandboxOrganization();
        await CreateChannelAsync("Here");

        Assert.NotEqual(Organization.Settings.OrganizationId, other.Settings.OrganizationId);
        Assert.Equal(0, other.Rows.Count("msdyn_occustommessagingchannel"));
        Assert.Empty(other.Requests.Entries);
    }

    [Fact]
    public async Task Two_handlers_share_their_organization()
    {
        using var second = new SandboxClient(Organization);
        var path = await CreateChannelAsync("Shared");

        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Requests_at_the_same_time_lose_nothing()
    {
        var workers = Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var count = 0; count < 25; count++)
            {
                await CreateChannelAsync($"{worker} {count}");
                await Client.GetAsync($"{Channels}?$orderby=msdyn_name&$top=5");
            }
        }));
        await Task.WhenAll(workers);

        var rows = Organization.Rows.All("msdyn_occustommessagingchannel");
        Assert.Equal((200, 200), (rows.Count, rows.Select(row => row.Etag).Distinct().Count()));
    }

    [Fact]
    public async Task A_row_changed_behind_the_back_of_a_client_has_another_etag()
    {
        var path = await CreateChannelAsync("Mine");
        var etag = (string?)(await Client.GetAsync(path)).Json["@odata.etag"];
        var id = Organization.Rows.All("msdyn_occustommessagingchannel")[0].Id;
        Organization.Rows.Change(
            "msdyn_occustommessagingchannel", id, new() { ["msdyn_name"] = "Theirs" }, Organization.Users.BasicUser);

        var answer = await Client.PatchAsync(path, "{}", $"If-Match: {etag}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal(
            Organization.Users.BasicUser.ToString(), (string?)(await Client.GetAsync(path)).Json["_modifiedby_value"]);
    }

    [Fact]
    public void A_secret_is_stored_and_a_test_can_see_it()
    {
        var id = Organization.Rows.Add(
            "msdyn_authenticationsettings", new() { ["msdyn_authenticationclientsecret"] = "stored" });

        Assert.Equal(
            "stored", Organization.Rows.Find("msdyn_authenticationsettings", id)!["msdyn_authenticationclientsecret"]);
    }

    [Fact]
    public void A_row_added_by_a_test_keeps_the_rules_too()
    {
        var failure = Assert.Throws<ArgumentException>(
            () => Organization.Rows.Add("msdyn_octag", new() { ["msdyn_name"] = new string('a', 1000) }));

        Assert.Contains("msdyn_name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_removed_by_a_test_keeps_the_delete_rules_too()
    {
        Organization.Rows.Add("msdyn_occustommessagingchannel", new() { ["msdyn_liveworkstreamid"] = Workstream });

        Assert.Throws<ArgumentException>(() => Organization.Rows.Remove("msdyn_liveworkstream", Workstream));
    }

    [Fact]
    public void A_table_that_is_not_there_is_named()
    {
        var failure = Assert.Throws<ArgumentException>(() => Organization.Rows.All("nothing"));

        Assert.Contains("nothing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_organization_is_the_same_when_it_is_opened_again()
    {
        var path = await CreateChannelAsync(
            "Kept", $$""","msdyn_liveworkstreamid@odata.bind":"/msdyn_liveworkstreams({{Workstream}})" """);
        using var opened = SandboxOrganization.Load(Saved());
        using var client = new SandboxClient(opened);

        Assert.Equal((await Client.GetAsync(path)).Text, (await client.GetAsync(path)).Text);
        Assert.Equal((await Client.GetAsync("WhoAmI")).Text, (await client.GetAsync("WhoAmI")).Text);
    }

    [Fact]
    public async Task Links_of_a_saved_organization_are_rows_again_when_it_is_opened()
    {
        var rich = Organization.Rows.Add("msdyn_ocrichobject", new() { ["msdyn_name"] = "Rich" });
        Organization.Rows.Link("msdyn_msdyn_ocrichobject_liveworkstream", rich, Workstream);
        using var opened = SandboxOrganization.Load(Saved());
        using var client = new SandboxClient(opened);
        const string Pairs = "msdyn_msdyn_ocrichobject_liveworkstreamset";

        Assert.Equal((await Client.GetAsync(Pairs)).Text, (await client.GetAsync(Pairs)).Text);
        Assert.Equal(1, opened.Rows.Count("msdyn_msdyn_ocrichobject_liveworkstream"));
    }

    [Theory]
    [InlineData("PATCH", "{}")]
    [InlineData("DELETE", null)]
    public async Task A_pair_of_rows_is_not_written_as_a_row(string method, string? body)
    {
        var queue = Organization.Rows.All("queue")[0].Id;
        Organization.Rows.Link("queuemembership_association", queue, Organization.Users.BasicUser);
        var pair = Organization.Rows.All("queuemembership")[0].Id;

        Assert.Equal("0x80040800", (await Client.SendAsync(method, $"queuememberships({pair})", body)).ErrorCode);
    }

    [Fact]
    public async Task Versions_go_on_where_the_saved_organization_ended()
    {
        var path = await CreateChannelAsync("Kept");
        using var opened = SandboxOrganization.Load(Saved());
        using var client = new SandboxClient(opened);
        var before = opened.Rows.All("msdyn_occustommessagingchannel")[0].Etag;
        await client.PatchAsync(path, "{}");

        Assert.True(string.CompareOrdinal(opened.Rows.All("msdyn_occustommessagingchannel")[0].Etag, before) > 0);
    }

    [Fact]
    public void A_file_holds_no_secret()
    {
        Organization.Rows.Add(
            "msdyn_authenticationsettings", new() { ["msdyn_authenticationclientsecret"] = "confidential" });
        Organization.Rows.Add("managedidentity", new() { ["clientsecret"] = "confidential" });

        Assert.DoesNotContain("confidential", Encoding.UTF8.GetString(Saved().ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"format":99}""")]
    [InlineData("""{"format":1,"organization":{"url":5}}""")]
    public void A_file_that_is_no_organization_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(
            () => SandboxOrganization.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_file_with_an_unknown_column_is_refused()
    {
        var text = Encoding.UTF8.GetString(Saved().ToArray())
            .Replace("\"msdyn_localecode\"", "\"msdyn_nothing\"", StringComparison.Ordinal);

        var failure = Assert.Throws<InvalidDataException>(
            () => SandboxOrganization.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Contains("msdyn_nothing", failure.Message, StringComparison.Ordinal);
    }

    private MemoryStream Saved()
    {
        var stream = new MemoryStream();
        Organization.Save(stream);
        stream.Position = 0;
        return stream;
    }
}
