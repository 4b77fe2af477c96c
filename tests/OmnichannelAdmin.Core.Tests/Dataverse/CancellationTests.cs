using System.Net;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class CancellationTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_wait_of_300_seconds_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire { Time = new ManualTimeProvider() };
        wire.Then(Answers.Throttled("300"));

        var waiting = wire.SendAsync(Requests.Update, stop.Token);
        await wire.Time.WhenDelaysAskedForAsync(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(AtOnce));
    }

    [Fact]
    public async Task A_wait_behind_the_gate_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire { Time = new ManualTimeProvider() };
        wire.Then(Answers.Throttled("300")).Then(Answers.Json("{}"));

        var refused = wire.GetAsync();
        await wire.Time.WhenDelaysAskedForAsync(1);
        var behind = wire.GetAsync("second", stop.Token);
        await wire.Time.WhenDelaysAskedForAsync(2);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind.WaitAsync(AtOnce));
        wire.Time.Advance(TimeSpan.FromSeconds(300));
        await refused;
    }

    [Fact]
    public async Task Nothing_is_sent_once_the_caller_has_cancelled()
    {
        using var wire = new Wire();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => wire.SendAsync(Requests.Update, new CancellationToken(canceled: true)));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_read_under_way_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire();
        wire.Script.Then(async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Answers.Json("{}");
        });

        var reading = wire.GetAsync("WhoAmI", stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(AtOnce));
    }

    [Fact]
    public async Task A_write_under_way_is_finished()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire();
        wire.Script.Then(async (_, cancellationToken) =>
        {
            await stop.CancelAsync();
            Assert.False(cancellationToken.IsCancellationRequested);
            return Answers.NoContent();
        });

        Assert.Equal(HttpStatusCode.NoContent, (await wire.SendAsync(Requests.Update, stop.Token)).Status);
    }

    [Fact]
    public async Task A_write_under_way_that_loses_its_answer_says_so_and_is_not_repeated()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire();
        wire.Script.Then(async (_, _) =>
        {
            await stop.CancelAsync();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended");
        });

        var error = await Assert.ThrowsAsync<DataverseException>(() => wire.SendAsync(Requests.Update, stop.Token));

        Assert.True(error.FollowsLostAnswer);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_wait_after_a_lost_answer_that_is_cancelled_leaves_word_of_it()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire { Time = new ManualTimeProvider() };
        wire.Then(Answers.Status(HttpStatusCode.GatewayTimeout));

        var waiting = wire.SendAsync(Requests.Update, stop.Token);
        await wire.Time.WhenDelaysAskedForAsync(1);
        await stop.CancelAsync();

        var error = await Assert.ThrowsAsync<DataverseException>(() => waiting.WaitAsync(AtOnce));
        Assert.True(error.FollowsLostAnswer);
        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
    }
}
