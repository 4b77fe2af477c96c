using System.Net;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Records;

public class RecordStoreTests
{
    [Fact]
    public async Task A_row_becomes_a_record_with_the_names_of_its_lookups()
    {
        using var environment = new StoreUnderTest(new ScriptedTransport().Then(Answers.Page(StoreUnderTest.Row())));

        var channel = Assert.Single(await ReadAsync(environment.Store, new RecordQuery()));

        Assert.Equal("Web chats", channel.Workstream?.ToString());
    }

    [Fact]
    public async Task A_name_with_wildcards_is_asked_for_by_its_beginning_and_filtered_again()
    {
        var transport = new ScriptedTransport().Then(
            Answers.Page($"{StoreUnderTest.Row("Contoso web")},{StoreUnderTest.Row("Contoso shop")}"));
        using var environment = new StoreUnderTest(transport);

        var found = await ReadAsync(environment.Store, new RecordQuery { Name = new NamePattern("Contoso*web") });

        Assert.Contains("startswith(msdyn_name,'Contoso')", Uri.UnescapeDataString(transport.Requests[0].Url.Query));
        Assert.Equal(["Contoso web"], found.Select(channel => channel.Name));
    }

    [Fact]
    public async Task A_name_that_two_rows_have_lists_both()
    {
        var transport = new ScriptedTransport().Then(Answers.Page($"{StoreUnderTest.Row()},{StoreUnderTest.Row()}"));
        using var environment = new StoreUnderTest(transport);

        var error = await Assert.ThrowsAsync<AmbiguousNameException>(() => FindAsync(environment.Store, "Contoso web"));

        Assert.Equal([StoreUnderTest.ChannelId, StoreUnderTest.ChannelId], error.Candidates);
    }

    [Fact]
    public async Task A_name_that_no_row_has_is_not_found()
    {
        using var environment = new StoreUnderTest(new ScriptedTransport().Then(Answers.Page("")));

        var error = await Assert.ThrowsAsync<RecordNotFoundException>(
            () => FindAsync(environment.Store, "Contoso web"));

        Assert.Contains("custom messaging channel 'Contoso web'", error.Message);
    }

    [Fact]
    public async Task A_record_of_another_table_is_refused_without_a_request()
    {
        var transport = new ScriptedTransport();
        using var environment = new StoreUnderTest(transport);
        var workstream = RecordIdentity.Of(new Workstream { Id = StoreUnderTest.WorkstreamId, Name = "Web chats" });

        var error = await Assert.ThrowsAsync<OcValidationException>(
            () => environment.Store.FindAsync<CustomChannel>(workstream, CancellationToken.None));

        Assert.Equal("IdentityOfOtherKind", error.Rule);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task An_update_sends_only_what_changes_and_forbids_to_create()
    {
        var transport = new ScriptedTransport().Then(Answers.Json(StoreUnderTest.Row()));
        using var environment = new StoreUnderTest(transport);
        var values = StoreUnderTest.Values((nameof(CustomChannel.Name), "Shop"));

        await environment.Store.ApplyAsync(
            RecordWrite.Update(StoreUnderTest.Channel(), values, etag: null), CancellationToken.None);

        Assert.Equal("*", transport.Requests[0].Header("If-Match"));
        Assert.Equal("""{"msdyn_name":"Shop"}""", transport.Requests[0].Body);
    }

    [Fact]
    public async Task A_lookup_is_written_through_its_navigation_property()
    {
        var transport = new ScriptedTransport().Then(Answers.Json(StoreUnderTest.Row()));
        using var environment = new StoreUnderTest(transport);
        var values = StoreUnderTest.Values(
            (nameof(CustomChannel.Workstream), new RecordReference(StoreUnderTest.WorkstreamId)), (
                nameof(CustomChannel.Language), null));

        await environment.Store.ApplyAsync(
            RecordWrite.Update(StoreUnderTest.Channel(), values, etag: null), CancellationToken.None);

        var body = JsonNode.Parse(transport.Requests[0].Body)!.AsObject();
        Assert.Equal(
            $"/msdyn_liveworkstreams({StoreUnderTest.WorkstreamId})",
            (string?)body["msdyn_liveworkstreamid@odata.bind"]);
        Assert.True(body.ContainsKey("msdyn_ocwidgetlanguage@odata.bind"));
        Assert.Null(body["msdyn_ocwidgetlanguage@odata.bind"]);
    }

    [Fact]
    public async Task A_moved_version_is_a_conflict_that_says_what_to_do()
    {
        var transport = new ScriptedTransport()
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80060882", "The version does not match."));
        using var environment = new StoreUnderTest(transport);
        var write = RecordWrite.Delete(StoreUnderTest.Channel(), "W/\"1\"");

        var error = await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.Store.ApplyAsync(write, CancellationToken.None));

        Assert.Contains("'Contoso web' has been changed", error.Message);
        Assert.Contains("-Force", error.Message);
    }

    [Fact]
    public async Task A_table_without_optimistic_concurrency_is_compared_here_and_then_written()
    {
        var transport = new ScriptedTransport()
            .Then(Answers.Error(HttpStatusCode.BadRequest, "0x8006088d", "Optimistic concurrency is not enabled."))
            .Then(Answers.Json(StoreUnderTest.Row(version: 1)))
            .Then(Answers.Json(StoreUnderTest.Row("Shop", version: 2)));
        using var environment = new StoreUnderTest(transport);

        await environment.Store.ApplyAsync(Rename(), CancellationToken.None);

        Assert.Equal("*", transport.Requests[2].Header("If-Match"));
    }

    [Fact]
    public async Task A_table_without_optimistic_concurrency_keeps_a_row_that_has_moved()
    {
        var transport = new ScriptedTransport()
            .Then(Answers.Error(HttpStatusCode.BadRequest, "0x8006088d", "Optimistic concurrency is not enabled."))
            .Then(Answers.Json(StoreUnderTest.Row(version: 2)));
        using var environment = new StoreUnderTest(transport);

        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.Store.ApplyAsync(Rename(), CancellationToken.None));

        Assert.Equal(2, transport.Requests.Count);
    }

    private static RecordWrite Rename()
    {
        var before = StoreUnderTest.Channel();
        return RecordWrite.Update(before, StoreUnderTest.Values((nameof(CustomChannel.Name), "Shop")), before.ETag);
    }

    private static Task<CustomChannel> FindAsync(RecordStore store, string name) =>
        store.FindAsync<CustomChannel>(RecordIdentity.Parse(name), CancellationToken.None);

    private static async Task<List<CustomChannel>> ReadAsync(RecordStore store, RecordQuery query)
    {
        var channels = new List<CustomChannel>();
        await foreach (var channel in store.ReadAsync<CustomChannel>(query, CancellationToken.None))
            channels.Add(channel);

        return channels;
    }
}
