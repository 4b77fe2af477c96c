using System.Net;
using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    private readonly ManualTimeProvider _time;

    public FaultTests()
        : this(new ManualTimeProvider())
    {
    }

    private FaultTests(ManualTimeProvider time)
        : base(new SandboxSettings { Time = time }) => _time = time;

    [Fact]
    public async Task A_request_is_throttled_once()
    {
        Organization.Faults.Add(SandboxFault.Throttled("17"));

        var first = await Client.GetAsync("WhoAmI");
        Assert.Equal((HttpStatusCode.TooManyRequests, "0x80072322"), (first.Status, first.ErrorCode));
        Assert.Equal("17", first.Headers["Retry-After"]);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_it_says()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.ServiceUnavailable) with { Times = 2 });

        Assert.Equal([503, 503, 200], await StatusesAsync("WhoAmI", "WhoAmI", "WhoAmI"));
    }

    [Fact]
    public async Task A_fault_waits_for_its_turn()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway) with { After = 2 });

        Assert.Equal([200, 200, 502, 200], await StatusesAsync("WhoAmI", "WhoAmI", "WhoAmI", "WhoAmI"));
    }

    [Fact]
    public async Task A_fault_waits_for_its_URL()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway) with { Url = @"queues\?\$top=1$" });

        Assert.Equal([200, 502], await StatusesAsync("queues", "queues?$top=1"));
    }

    [Fact]
    public async Task A_fault_waits_for_its_method()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway) with { Method = "POST" });

        Assert.Equal([200], await StatusesAsync("queues"));
        Assert.Equal(HttpStatusCode.BadGateway, (await Client.PostAsync("queues", "{}")).Status);
    }

    [Fact]
    public async Task A_connection_cut_before_the_write_writes_nothing()
    {
        Organization.Faults.Add(SandboxFault.CutBeforeWrite());

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.PostAsync(Channels, "{}"));
        Assert.Equal(0, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_connection_cut_after_the_write_has_written()
    {
        Organization.Faults.Add(SandboxFault.CutAfterWrite());

        await Assert.ThrowsAsync<HttpRequestException>(() => Client.PostAsync(Channels, "{}"));
        Assert.Equal(1, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_truncated_body_breaks_off_while_it_is_read()
    {
        Organization.Faults.Add(SandboxFault.TruncateBody());

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Client.GetAsync("queues"));
        Assert.Contains("middle of its body", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_answers_in_HTML()
    {
        Organization.Faults.Add(SandboxFault.NonJsonBody());

        var answer = await Client.GetAsync("queues");
        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.StartsWith("text/html", answer.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delay_lasts_by_the_organization_s_clock()
    {
        Organization.Faults.Add(SandboxFault.Delay(TimeSpan.FromMinutes(5)));
        var answer = Client.GetAsync("WhoAmI");
        await _time.WhenDelaysAskedForAsync(1);
        var before = answer.IsCompleted;
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.OK, (await answer.InTime()).Status);
        Assert.False(before);
    }

    [Fact]
    public async Task Cleared_faults_strike_nobody()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway));
        Organization.Faults.Clear();

        Assert.Equal([200], await StatusesAsync("WhoAmI"));
    }

    [Fact]
    public async Task An_operation_inside_of_a_batch_is_struck_alone()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway, "0x80044151", "No.") with
        {
            Url = "msdyn_oclanguages",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "17" },
        });

        var answer = await SendAsync(new BatchBody().Add("GET queues").Add("GET msdyn_oclanguages").Add("GET WhoAmI"));

        Assert.Equal([200, 502, 200], OperationStatuses());
        Assert.Contains("Retry-After: 17\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("0x80044151", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_set_in_which_an_operation_is_struck_leaves_nothing_behind()
    {
        Organization.Faults.Add(SandboxFault.Throttled("17") with { Method = "PATCH" });

        var answer = await SendAsync(new BatchBody()
            .AddChangeSet(
                ($"POST {Channels}", """{"msdyn_name":"One"}"""),
                ($"PATCH msdyn_liveworkstreams({Workstream})", """{"msdyn_name":"Changed"}"""))
            .Add("GET WhoAmI"));

        Assert.Equal([429, 429, 200], OperationStatuses());
        Assert.Contains("Content-ID: 2\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, Organization.Rows.Count("msdyn_occustommessagingchannel"));
        Assert.Equal(0, Organization.Faults.Count);
    }

    [Fact]
    public async Task An_operation_that_names_its_row_by_content_id_is_struck_by_the_rows_URL()
    {
        Organization.Faults.Add(SandboxFault.NonJsonBody() with
        {
            Method = "PATCH",
            Url = @"channels\([-0-9a-f]{36}\)",
        });

        var answer = await SendAsync(new BatchBody().AddChangeSet(
            ($"POST {Channels}", """{"msdyn_name":"One"}"""), ("PATCH $1", """{"msdyn_name":"Two"}""")));

        Assert.Contains("Content-Type: text/html", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task A_fault_that_fits_the_batch_strikes_it_whole_and_once()
    {
        Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.BadGateway) with { Method = "POST" });
        var batch = new BatchBody().Add($"POST {Channels}", """{"msdyn_name":"One"}""");

        var statuses = new[] { (await SendAsync(batch)).Status, (await SendAsync(batch)).Status };

        Assert.Equal([HttpStatusCode.BadGateway, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task A_fault_that_breaks_connections_waits_for_a_request_of_its_own()
    {
        Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Url = "msdyn_oclanguages" });

        await SendAsync(new BatchBody().Add("GET msdyn_oclanguages"));

        Assert.Equal([200], OperationStatuses());
        Assert.Equal(1, Organization.Faults.Count);
    }

    [Fact]
    public void A_fault_that_never_strikes_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Times = 0 }));

    private Task<SandboxAnswer> SendAsync(BatchBody batch) => Client.PostAsync(
        "$batch", batch.ToString(), BatchBody.ContentType, "Prefer: odata.continue-on-error");

    private IEnumerable<int> OperationStatuses() =>
        Organization.Requests.Entries[^1].Operations.Select(operation => operation.Status);

    private async Task<List<int>> StatusesAsync(params string[] paths)
    {
        var statuses = new List<int>();
        foreach (var path in paths)
            statuses.Add((int)(await Client.GetAsync(path)).Status);
        return statuses;
    }
}
