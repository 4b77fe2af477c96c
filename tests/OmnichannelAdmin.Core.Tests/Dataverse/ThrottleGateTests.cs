using System.Net;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class ThrottleGateTests
{
    [Fact]
    public async Task One_429_pauses_all_requests_of_the_client()
    {
        using var wire = new Wire { Time = new ManualTimeProvider() };
        wire.Then(Answers.Throttled("60")).Then(Answers.Json("{}")).Then(Answers.Json("{}"));

        var refused = wire.GetAsync("first");
        await wire.Time.WhenDelaysAskedForAsync(1);
        wire.Time.Advance(TimeSpan.FromSeconds(10));
        var other = wire.GetAsync("second");
        await wire.Time.WhenDelaysAskedForAsync(2);

        Assert.Single(wire.Requests);
        Assert.Equal([60, 50], wire.Time.Delays.Select(delay => delay.TotalSeconds));
        Assert.Equal([60, 50], wire.Observer.Waits.Select(wait => wait.Duration.TotalSeconds));
        Assert.Equal([2, 1], wire.Observer.Waits.Select(wait => wait.NextAttempt));

        wire.Time.Advance(TimeSpan.FromSeconds(50));
        await Task.WhenAll(refused, other);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Fact]
    public async Task Requests_of_another_client_are_not_paused()
    {
        using var paused = new Wire { Time = new ManualTimeProvider() };
        using var other = new Wire { Time = paused.Time };
        paused.Then(Answers.Throttled("60")).Then(Answers.Json("{}"));
        other.Then(Answers.Json("{}"));

        var refused = paused.GetAsync();
        await paused.Time.WhenDelaysAskedForAsync(1);
        await other.GetAsync();

        Assert.Empty(other.Observer.Waits);
        paused.Time.Advance(TimeSpan.FromSeconds(60));
        await refused;
    }

    [Fact]
    public async Task A_longer_pause_that_is_asked_for_meanwhile_holds()
    {
        using var wire = new Wire { Time = new ManualTimeProvider() };
        var late = new TaskCompletionSource<HttpResponseMessage>();
        wire.Script.Then((_, _) => late.Task).Then(Answers.Throttled("30"));
        wire.Then(Answers.Json("{}")).Then(Answers.Json("{}"));

        var first = wire.GetAsync("first");
        var second = wire.GetAsync("second");
        await wire.Time.WhenDelaysAskedForAsync(1);
        late.SetResult(Answers.Throttled("90"));
        await wire.Time.WhenDelaysAskedForAsync(2);
        wire.Time.Advance(TimeSpan.FromSeconds(30));
        await wire.Time.WhenDelaysAskedForAsync(3);

        Assert.Equal(2, wire.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(60), wire.Time.Delays[2]);
        wire.Time.Advance(TimeSpan.FromSeconds(60));
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task A_pause_longer_than_the_total_time_is_an_error_at_once()
    {
        using var wire = new Wire();
        wire.Then(Answers.Throttled("3600"));

        await wire.FailAsync();
        var error = await wire.FailAsync(Requests.Update);

        Assert.Equal(DataverseErrorKind.Throttled, error.Kind);
        Assert.Contains("3600 seconds", error.Message, StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_503_with_a_pause_holds_only_its_own_request_back()
    {
        using var wire = new Wire { Time = new ManualTimeProvider() };
        wire.Then(Answers.Status(HttpStatusCode.ServiceUnavailable).With("Retry-After", "60")).Then(Answers.Json("{}"));
        wire.Then(Answers.Json("{}"));

        var refused = wire.GetAsync("first");
        await wire.Time.WhenDelaysAskedForAsync(1);
        await wire.GetAsync("second");

        Assert.Equal(2, wire.Requests.Count);
        wire.Time.Advance(TimeSpan.FromSeconds(60));
        await refused;
    }
}
