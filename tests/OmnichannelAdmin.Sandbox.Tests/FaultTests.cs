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
    public void A_fault_that_never_strikes_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Times = 0 }));

    private async Task<List<int>> StatusesAsync(params string[] paths)
    {
        var statuses = new List<int>();
        foreach (var path in paths)
            statuses.Add((int)(await Client.GetAsync(path)).Status);
        return statuses;
    }
}
