using System.Net;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class TraceTests
{
    [Fact]
    public async Task A_trace_tells_what_was_asked_and_answered()
    {
        using var wire = new Wire();
        wire.Script.Then(_ =>
        {
            wire.Time.Advance(TimeSpan.FromMilliseconds(250));
            return Answers.Json("{}", HttpStatusCode.Created).With("REQ_ID", "req-1");
        });

        await wire.SendAsync(Requests.Create);

        var trace = Assert.Single(wire.Observer.Traces);
        Assert.Equal((HttpMethod.Post, Wire.Root + "accounts"), (trace.Method, trace.Url.AbsoluteUri));
        Assert.Equal((HttpStatusCode.Created, "req-1", 1), (trace.Status, trace.RequestId, trace.Attempt));
        Assert.Equal(TimeSpan.FromMilliseconds(250), trace.Elapsed);
        Assert.Null(trace.Failure);
    }

    [Fact]
    public async Task A_broken_attempt_is_traced_with_its_cause()
    {
        using var wire = new Wire().Then(new IOException("reset by peer")).Then(Answers.Json("{}"));

        await wire.GetAsync();

        Assert.Null(wire.Observer.Traces[0].Status);
        Assert.Contains("reset by peer", wire.Observer.Traces[0].Failure, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, wire.Observer.Traces[1].Status);
    }

    [Fact]
    public async Task Only_headers_of_the_list_are_shown()
    {
        using var wire = new Wire { Tokens = new ScriptedTokens() };
        wire.Then(
            Answers.Json("{}").With("REQ_ID", "req-1").With("x-private", "private").With("Set-Cookie", "a=private"));

        await wire.SendAsync(Requests.Update with
        {
            IfMatch = "W/\"1\"",
            Headers = new Dictionary<string, string> { ["X-Key"] = "private" },
        });

        var trace = Assert.Single(wire.Observer.Traces);
        Assert.Equal("REDACTED", trace.RequestHeaders["Authorization"]);
        Assert.Equal("REDACTED", trace.RequestHeaders["X-Key"]);
        Assert.Equal("REDACTED", trace.ResponseHeaders["x-private"]);
        Assert.Equal("W/\"1\"", trace.RequestHeaders["If-Match"]);
        Assert.Equal("req-1", trace.ResponseHeaders["REQ_ID"]);
        var shown = trace.RequestHeaders.Values.Concat(trace.ResponseHeaders.Values);
        Assert.DoesNotContain(shown, value => value.Contains("private", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_token_is_in_no_trace_wait_or_error()
    {
        using var wire = new Wire { Tokens = new ScriptedTokens() };
        wire.Then(Answers.Throttled("3")).Then(new IOException("reset"));
        wire.Then(Answers.Status(HttpStatusCode.Unauthorized)).Then(Answers.Status(HttpStatusCode.Unauthorized));

        var error = await wire.FailAsync();

        var heard = wire.Observer.Traces
            .SelectMany(trace => trace.RequestHeaders.Values.Append(trace.ToString()).Append(trace.Failure))
            .Concat(wire.Observer.Waits.Select(wait => wait.ToString()))
            .Append(error.ToString());
        Assert.DoesNotContain(heard, text => text?.Contains("token-", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_cancelled_read_is_traced_too()
    {
        using var stop = new CancellationTokenSource();
        using var wire = new Wire();
        wire.Script.Then((_, _) =>
        {
            stop.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(stop.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.GetAsync("WhoAmI", stop.Token));

        Assert.NotNull(Assert.Single(wire.Observer.Traces).Failure);
    }
}
