using System.Net;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Sandbox.Tests;

public sealed partial class BatchTests : SandboxTest
{
    [Fact]
    public async Task Single_requests_are_answered_in_their_order()
    {
        var path = await CreateChannelAsync("Alpha");
        var answer = await SendAsync(new BatchBody()
            .Add($"GET {path}?$select=msdyn_name")
            .Add($"PATCH {path}", """{"msdyn_name":"Beta"}""")
            .Add($"DELETE {path}"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([200, 204, 204], Statuses(answer));
    }

    [Fact]
    public async Task A_change_set_is_carried_out_and_answered_as_one()
    {
        var answer = await SendAsync(new BatchBody().AddChangeSet(
            ($"POST {Channels}", """{"msdyn_name":"One"}"""), ($"POST {Channels}", """{"msdyn_name":"Two"}""")));

        Assert.Equal([204, 204], Statuses(answer));
        Assert.Contains("changesetresponse_", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Content-ID: 2\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_change_set_that_fails_leaves_nothing_behind()
    {
        var answer = await SendAsync(new BatchBody().AddChangeSet(
            ($"POST {Channels}", """{"msdyn_name":"One"}"""),
            ($"PATCH msdyn_liveworkstreams({Workstream})", """{"msdyn_name":"Changed"}"""),
            ($"POST {Channels}", """{"msdyn_occustomchannelid":1}""")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([400], Statuses(answer));
        Assert.Contains("Content-ID: 3", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, Organization.Rows.Count("msdyn_occustommessagingchannel"));
        Assert.Equal("Messaging workstream", Organization.Rows.Find("msdyn_liveworkstream", Workstream)!["msdyn_name"]);
    }

    [Fact]
    public async Task A_change_set_that_fails_brings_back_what_it_deleted_and_unlinked()
    {
        var rich = Organization.Rows.Add("msdyn_ocrichobject", new() { ["msdyn_name"] = "Rich" });
        Organization.Rows.Link("msdyn_msdyn_ocrichobject_liveworkstream", rich, Workstream);
        await SendAsync(new BatchBody().AddChangeSet(
            ($"DELETE msdyn_ocrichobjects({rich})", null),
            ("DELETE queues(00000000-0000-0000-0000-000000000001)", null)));

        Assert.NotNull(Organization.Rows.Find("msdyn_ocrichobject", rich));
        Assert.Equal([(rich, Workstream)], Organization.Rows.Linked("msdyn_msdyn_ocrichobject_liveworkstream"));
    }

    [Fact]
    public async Task A_change_set_that_fails_leaves_no_pair_of_rows_behind()
    {
        var rich = Organization.Rows.Add("msdyn_ocrichobject", new() { ["msdyn_name"] = "Rich" });
        var pairs = $"msdyn_ocrichobjects({rich})/msdyn_msdyn_ocrichobject_liveworkstream/$ref";
        var target = $$"""{"@odata.id":"{{Client.Root}}msdyn_liveworkstreams({{Workstream}})"}""";
        await SendAsync(new BatchBody().AddChangeSet(
            ($"POST {pairs}", target), ("DELETE queues(00000000-0000-0000-0000-000000000001)", null)));

        Assert.Equal(0, Organization.Rows.Count("msdyn_msdyn_ocrichobject_liveworkstream"));
    }

    [Fact]
    public async Task An_operation_refers_to_a_row_made_before_it()
    {
        var answer = await SendAsync(new BatchBody().AddChangeSet(
            ("POST msdyn_liveworkstreams", """{"msdyn_name":"New"}"""),
            ($"POST {Channels}", """{"msdyn_name":"Bound","msdyn_liveworkstreamid@odata.bind":"$1"}"""),
            ("PATCH $2", """{"msdyn_appid":"patched"}"""),
            ("PUT $2/msdyn_ocwidgetlanguage/$ref",
                $$"""{"@odata.id":"{{Client.Root}}msdyn_oclanguages({{Language}})"}""")));

        Assert.Equal([204, 204, 204, 204], Statuses(answer));
        var channel = Organization.Rows.All("msdyn_occustommessagingchannel").Single();
        Assert.Equal("patched", channel["msdyn_appid"]);
        Assert.Equal(new Rows.RowReference("msdyn_oclanguage", Language), channel["msdyn_ocwidgetlanguage"]);
        var workstream = Assert.IsType<Rows.RowReference>(channel["msdyn_liveworkstreamid"]);
        Assert.Equal("New", Organization.Rows.Find(workstream.Table, workstream.Id)!["msdyn_name"]);
    }

    [Fact]
    public async Task A_reference_to_nothing_is_refused()
    {
        var answer = await SendAsync(new BatchBody().AddChangeSet(
            ($"POST {Channels}", """{"msdyn_name":"Bound","msdyn_liveworkstreamid@odata.bind":"$7"}""")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Without_continue_on_error_the_first_refusal_ends_the_batch()
    {
        var answer = await SendAsync(RefusedInTheMiddle());

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal([204, 404], Statuses(answer));
        Assert.Equal(1, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task With_continue_on_error_the_batch_goes_on()
    {
        var answer = await SendAsync(RefusedInTheMiddle(), "Prefer: odata.continue-on-error");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([204, 404, 204], Statuses(answer));
        Assert.Equal(2, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_change_set_holds_no_GET()
    {
        var answer = await SendAsync(new BatchBody().AddChangeSet(($"GET {Channels}", null)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task An_operation_of_a_change_set_needs_a_Content_ID()
    {
        var body = new BatchBody().AddChangeSet(($"POST {Channels}", "{}")).ToString()
            .Replace("Content-ID: 1\r\n", string.Empty, StringComparison.Ordinal);
        var answer = await SendAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, "0x80060888"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Lines_that_end_in_a_bare_line_feed_are_not_readable()
    {
        var answer = await SendAsync(new BatchBody().Add("GET WhoAmI").ToString().ReplaceLineEndings("\n"));

        Assert.Equal((HttpStatusCode.BadRequest, "0x80048d19"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_thousand_operations_are_taken()
    {
        var batch = new BatchBody();
        for (var count = 0; count < 1000; count++)
            batch.Add("GET WhoAmI");

        Assert.Equal(1000, Statuses(await SendAsync(batch)).Count(status => status == 200));
    }

    [Fact]
    public async Task One_more_than_a_thousand_is_refused_and_none_carried_out()
    {
        var operations = Enumerable.Repeat(($"POST {Channels}", (string?)"{}"), 1001).ToArray();
        var answer = await SendAsync(new BatchBody().AddChangeSet(operations));

        Assert.Equal((HttpStatusCode.BadRequest, "0x80040203"), (answer.Status, answer.ErrorCode));
        Assert.Equal(0, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_batch_holds_no_batch()
    {
        var answer = await SendAsync(new BatchBody().Add("POST $batch", "{}"));

        Assert.True((int)answer.Status >= 400);
    }

    [Fact]
    public async Task A_body_that_is_no_batch_is_refused()
    {
        var answer = await Client.PostAsync("$batch", "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "0x80060888"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_part_carries_preferences_of_its_own()
    {
        var answer = await SendAsync(new BatchBody()
            .Add($"POST {Channels}?$select=msdyn_name", """{"msdyn_name":"Back"}""", "Prefer: return=representation"));

        Assert.Equal([201], Statuses(answer));
        Assert.Contains("\"msdyn_name\":\"Back\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_carries_an_etag_of_its_own()
    {
        var path = await CreateChannelAsync("Alpha");
        var answer = await SendAsync(new BatchBody().Add($"PATCH {path}", "{}", "If-Match: W/\"1\""));

        Assert.Equal([412], Statuses(answer));
    }

    private Guid Language => Organization.Rows.All("msdyn_oclanguage")[0].Id;

    private static BatchBody RefusedInTheMiddle() => new BatchBody()
        .Add($"POST {Channels}", """{"msdyn_name":"One"}""")
        .Add("DELETE queues(00000000-0000-0000-0000-000000000001)")
        .Add($"POST {Channels}", """{"msdyn_name":"Two"}""");

    private Task<SandboxAnswer> SendAsync(BatchBody batch, params string[] headers) =>
        SendAsync(batch.ToString(), headers);

    private Task<SandboxAnswer> SendAsync(string body, params string[] headers) =>
        Client.PostAsync("$batch", body, [BatchBody.ContentType, .. headers]);

    private static int[] Statuses(SandboxAnswer answer) =>
        [.. StatusLine().Matches(answer.Text).Select(match => int.Parse(match.Groups[1].Value, null))];

    [GeneratedRegex(@"HTTP/1\.1 (\d+) ")]
    private static partial Regex StatusLine();
}
