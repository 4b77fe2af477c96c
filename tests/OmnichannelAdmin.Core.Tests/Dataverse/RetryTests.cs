using System.Net;
using System.Net.Sockets;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class RetryTests
{
    public static TheoryData<HttpStatusCode> LostAnswerStatuses => new(
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout);

    [Fact]
    public async Task A_429_with_seconds_waits_that_long()
    {
        using var wire = new Wire().Then(Answers.Throttled("17")).Then(Answers.Json("{}"));

        await wire.GetAsync();

        var wait = Assert.Single(wire.Observer.Waits);
        Assert.Equal((TimeSpan.FromSeconds(17), 2), (wait.Duration, wait.NextAttempt));
        Assert.Equal([TimeSpan.FromSeconds(17)], wire.Time.Delays);
        Assert.Equal([1, 2], wire.Observer.Traces.Select(trace => trace.Attempt));
    }

    [Fact]
    public async Task A_429_with_a_date_waits_until_then()
    {
        using var wire = new Wire();
        wire.Then(Answers.ThrottledUntil(wire.Time.GetUtcNow().AddMinutes(2))).Then(Answers.Json("{}"));

        await wire.GetAsync();

        Assert.Equal([TimeSpan.FromMinutes(2)], wire.Time.Delays);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("soon")]
    [InlineData("Thu, 01 Jan 2015 00:00:00 GMT")]
    public async Task Without_a_moment_that_lies_ahead_the_wait_doubles_with_jitter(string? retryAfter)
    {
        using var wire = new Wire();
        for (var refusal = 0; refusal < 4; refusal++)
            wire.Then(Answers.Throttled(retryAfter));
        wire.Then(Answers.Json("{}"));

        await wire.GetAsync();

        var whole = new[] { 2, 4, 8, 16 };
        Assert.Equal(whole.Length, wire.Time.Delays.Count);
        Assert.All(wire.Time.Delays.Zip(whole), pair => Assert.InRange(
            pair.First.TotalSeconds, pair.Second / 2d, pair.Second));
    }

    [Fact]
    public async Task A_503_twice_is_survived()
    {
        using var wire = new Wire()
            .Then(Answers.Status(HttpStatusCode.ServiceUnavailable))
            .Then(Answers.Status(HttpStatusCode.ServiceUnavailable))
            .Then(Answers.Json("""{"ok":true}"""));

        var response = await wire.GetAsync();

        Assert.True(response.Body?.GetProperty("ok").GetBoolean());
        Assert.Equal(3, wire.Requests.Count);
        Assert.All(wire.Observer.Waits, wait => Assert.Contains("503", wait.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LostAnswerStatuses))]
    public async Task A_safe_request_is_repeated_and_says_that_an_answer_was_lost(HttpStatusCode status)
    {
        using var wire = new Wire().Then(Answers.Status(status)).Then(Answers.NoContent());

        var response = await wire.SendAsync(Requests.Create);

        Assert.True(response.FollowsLostAnswer);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(LostAnswerStatuses))]
    public async Task A_plain_post_that_may_have_been_carried_out_is_not_repeated(HttpStatusCode status)
    {
        using var wire = new Wire().Then(Answers.Status(status));

        var error = await wire.FailAsync(Requests.PlainAction);

        Assert.True(error.FollowsLostAnswer);
        Assert.Equal(status, error.Status);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_plain_post_that_was_throttled_is_repeated_and_nothing_was_lost()
    {
        using var wire = new Wire().Then(Answers.Throttled("5")).Then(Answers.NoContent());

        Assert.False((await wire.SendAsync(Requests.PlainAction)).FollowsLostAnswer);
    }

    [Fact]
    public async Task An_error_after_a_lost_answer_says_so()
    {
        using var wire = new Wire()
            .Then(Answers.Status(HttpStatusCode.GatewayTimeout))
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80040237", "A record with this key exists."));

        var error = await wire.FailAsync(Requests.Create);

        Assert.True(error.FollowsLostAnswer);
        Assert.Equal(DataverseErrorCodes.DuplicateRecord, error.Code);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task Any_other_refusal_is_final(HttpStatusCode status)
    {
        using var wire = new Wire().Then(Answers.Status(status));

        Assert.False((await wire.FailAsync()).FollowsLostAnswer);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_connection_that_could_not_be_made_is_tried_again_even_for_a_plain_post()
    {
        using var wire = new Wire()
            .Then(new HttpRequestException(HttpRequestError.ConnectionError, "refused"))
            .Then(Answers.NoContent());

        Assert.False((await wire.SendAsync(Requests.PlainAction)).FollowsLostAnswer);
    }

    [Fact]
    public async Task A_connection_that_did_not_come_about_in_time_sent_nothing()
    {
        using var wire = new Wire()
            .Then(new TaskCanceledException("connect", new TimeoutException()))
            .Then(Answers.NoContent());

        Assert.False((await wire.SendAsync(Requests.PlainAction)).FollowsLostAnswer);
    }

    [Fact]
    public async Task A_connection_that_broke_after_sending_is_not_repeated_for_a_plain_post()
    {
        using var wire = new Wire().Then(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));

        var error = await wire.FailAsync(Requests.PlainAction);

        Assert.True(error.FollowsLostAnswer);
        Assert.Equal(DataverseErrorKind.ConnectionFailed, error.Kind);
        Assert.Null(error.Status);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, 1)]
    [InlineData(SocketError.TryAgain, 2)]
    public async Task An_unknown_host_is_final_unless_the_resolver_is_at_a_loss(SocketError cause, int requests)
    {
        var failure = new HttpRequestException(
            HttpRequestError.NameResolutionError, "no such host", new SocketException((int)cause));
        using var wire = new Wire { Options = new DataverseClientOptions { MaxAttempts = 2 } };
        wire.Then(failure).Then(failure);

        Assert.Contains("host's name", (await wire.FailAsync()).Message, StringComparison.Ordinal);
        Assert.Equal(requests, wire.Requests.Count);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_final()
    {
        using var wire = new Wire().Then(new HttpRequestException(HttpRequestError.SecureConnectionError, "untrusted"));

        Assert.Contains("certificate", (await wire.FailAsync()).Message, StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task The_last_attempt_is_the_eighth()
    {
        using var wire = new Wire
        {
            Transport = new ScriptedTransport { Otherwise = _ => Answers.Status(HttpStatusCode.BadGateway) },
        };

        var error = await wire.FailAsync();

        Assert.Equal(HttpStatusCode.BadGateway, error.Status);
        Assert.Equal(8, wire.Requests.Count);
        Assert.Equal(7, wire.Observer.Waits.Count);
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_total_time_is_not_begun()
    {
        using var wire = new Wire().Then(Answers.Throttled("600")).Then(Answers.Throttled("600"));

        var error = await wire.FailAsync();

        Assert.Equal(DataverseErrorKind.Throttled, error.Kind);
        Assert.Equal([TimeSpan.FromSeconds(600)], wire.Time.Delays);
    }

    [Fact]
    public async Task Nothing_is_repeated_when_retry_is_off()
    {
        using var wire = new Wire { Options = new DataverseClientOptions { Retry = false } };
        wire.Then(Answers.Status(HttpStatusCode.ServiceUnavailable));

        Assert.True((await wire.FailAsync(Requests.Create)).FollowsLostAnswer);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task Nothing_is_repeated_when_one_attempt_is_all()
    {
        using var wire = new Wire { Options = new DataverseClientOptions { MaxAttempts = 1 } };
        wire.Then(Answers.Status(HttpStatusCode.ServiceUnavailable));

        await wire.FailAsync();

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task An_attempt_without_an_answer_ends_at_its_limit_and_is_repeated()
    {
        using var wire = new Wire();
        wire.Script.Then((_, cancellationToken) =>
        {
            wire.Time.Advance(TimeSpan.FromSeconds(100));
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        }).Then(Answers.NoContent());

        var response = await wire.SendAsync(Requests.Update);

        Assert.True(response.FollowsLostAnswer);
        Assert.Equal("The environment did not answer within 100 seconds.", wire.Observer.Traces[0].Failure);
    }

    [Fact]
    public async Task A_repetition_may_not_outlast_the_total_time()
    {
        using var wire = new Wire
        {
            Options = new DataverseClientOptions { TotalTimeout = TimeSpan.FromSeconds(130) },
        };
        wire.Then(Answers.Throttled("120"));
        wire.Script.Then((_, cancellationToken) =>
        {
            wire.Time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        });

        Assert.Equal(DataverseErrorKind.TimedOut, (await wire.FailAsync()).Kind);
    }
}
