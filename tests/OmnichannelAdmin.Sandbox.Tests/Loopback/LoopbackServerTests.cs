using System.Net;
using OmnichannelAdmin.Sandbox.Loopback;
using static OmnichannelAdmin.Testing.Patience;

namespace OmnichannelAdmin.Sandbox.Tests.Loopback;

public sealed class LoopbackServerTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;

    public Task InitializeAsync()
    {
        _server = Start(new LoopbackOptions { MaxHeadBytes = 1024, MaxBodyBytes = 1000 });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_request_is_handed_on_whole_and_answered()
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(_server.Url, "a/b?c=d%20e"), new StringContent("body"));

        Assert.Equal("POST /a/b?c=d%20e body", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Requests_that_come_together_are_answered_in_order()
    {
        using var connection = Connect();
        await connection.SendAsync(Get("/1") + Get("/2") + Get("/3", "Connection: close\n"));

        var answers = await connection.ReadToEndAsync();
        Assert.Equal(["/1", "/2", "/3"], Bodies(answers));
    }

    [Fact]
    public async Task A_chunked_body_is_put_together()
    {
        using var connection = Connect();
        await connection.SendAsync(
            Post("/x", "Transfer-Encoding: chunked\nConnection: close\n") + "3\nabc\n2;e=1\nde\n0\nTrailer: t\n\n");

        Assert.Equal(["/x abcde"], Bodies(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_peer_that_waits_for_a_word_before_its_body_gets_it()
    {
        using var connection = Connect();
        await connection.SendAsync(Post("/x", "Expect: 100-continue\nContent-Length: 2\nConnection: close\n"));
        await connection.ReadUntilAsync("100 Continue\r\n\r\n");
        await connection.SendAsync("ok");

        Assert.Equal(["/x ok"], Bodies(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_peer_whose_body_is_too_large_is_told_before_it_sends_it()
    {
        using var connection = Connect();
        await connection.SendAsync($"POST /x HTTP/1.1\n{Host}Expect: 100-continue\nContent-Length: 1001\n\n");

        Assert.StartsWith("HTTP/1.1 413 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_is_stopped_at_the_limit()
    {
        using var connection = Connect();
        await connection.SendAsync(
            Post("/x", "Transfer-Encoding: chunked\n") + $"3e8\n{new string('a', 1000)}\n1\n");

        Assert.StartsWith("HTTP/1.1 413 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_over_the_limit_are_refused()
    {
        using var connection = Connect();
        await connection.SendAsync($"GET /x HTTP/1.1\n{Host}X: {new string('a', 1024)}\n\n");

        Assert.StartsWith("HTTP/1.1 431 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /../secret HTTP/1.1")]
    [InlineData("GET /a/%2e%2e/secret HTTP/1.1")]
    [InlineData("GET /a%5c..%5csecret HTTP/1.1")]
    [InlineData("GET /a%00b HTTP/1.1")]
    [InlineData("GET //other.example/x HTTP/1.1")]
    [InlineData("GET http://other.example/x HTTP/1.1")]
    [InlineData("GET x HTTP/1.1")]
    [InlineData("GET  /x HTTP/1.1")]
    [InlineData("G@T /x HTTP/1.1")]
    [InlineData("CONNECT other.example:443 HTTP/1.1")]
    public async Task A_target_that_two_readers_could_read_differently_is_refused(string requestLine)
    {
        using var connection = Connect();
        await connection.SendAsync($"{requestLine}\n{Host}\n");

        Assert.StartsWith("HTTP/1.1 400 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 2\nTransfer-Encoding: chunked\n")]
    [InlineData("Content-Length: 2\nContent-Length: 2\n")]
    [InlineData("Content-Length: +2\n")]
    [InlineData("Content-Length: 2x\n")]
    [InlineData("Content-Length : 2\n")]
    [InlineData("X: a\n folded\n")]
    [InlineData(": nameless\n")]
    [InlineData("Host: again.example\n")]
    public async Task Headers_that_hide_where_a_request_ends_are_refused(string headers)
    {
        using var connection = Connect();
        await connection.SendAsync($"POST /x HTTP/1.1\n{Host}{headers}\nok");

        Assert.StartsWith("HTTP/1.1 400 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_ends_in_a_bare_line_feed_is_refused()
    {
        using var connection = Connect();
        await connection.SendAsIsAsync($"GET /x HTTP/1.1\nHost: 127.0.0.1:{_server.Url.Port}\n\n");

        Assert.StartsWith("HTTP/1.1 400 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_pass_for_this_one()
    {
        using var connection = Connect();
        await connection.SendAsync("GET /x HTTP/1.1\nHost: evil.example\n\n");

        Assert.StartsWith("HTTP/1.1 400 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Transfer-Encoding: gzip, chunked\n", "HTTP/1.1 501 ")]
    [InlineData("Expect: miracles\n", "HTTP/1.1 417 ")]
    public async Task What_the_server_cannot_do_it_says(string header, string expected)
    {
        using var connection = Connect();
        await connection.SendAsync($"POST /x HTTP/1.1\n{Host}{header}\n");

        Assert.StartsWith(expected, await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTTP_2_is_declined()
    {
        using var connection = Connect();
        await connection.SendAsync("PRI * HTTP/2.0\n\nSM\n\n");

        Assert.StartsWith("HTTP/1.1 505 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTTP_1_0_gets_its_answer_and_the_end_of_the_connection()
    {
        using var connection = Connect();
        await connection.SendAsync("GET /old HTTP/1.0\n\n");

        Assert.Equal(["/old"], Bodies(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_peer_that_has_closed_its_own_side_still_gets_its_answer()
    {
        using var connection = Connect();
        await connection.SendAsync(Get("/half"));
        connection.CloseSending();

        Assert.Equal(["/half"], Bodies(await connection.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_peer_that_closes_inside_a_body_is_forgotten()
    {
        using var connection = Connect();
        await connection.SendAsync($"POST /x HTTP/1.1\n{Host}Content-Length: 10\n\nabc");
        connection.CloseSending();

        Assert.Empty(await connection.ReadToEndAsync());
    }

    [Fact]
    public async Task A_head_that_comes_too_slowly_is_refused()
    {
        await using var server = StartWithoutPatience(options => options.HeadTimeout);
        using var connection = new RawConnection(server.Url);
        await connection.SendAsync("GET /slow HTTP/1.1\nHost: ");

        Assert.StartsWith("HTTP/1.1 408 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_refused()
    {
        await using var server = StartWithoutPatience(options => options.BodyTimeout);
        using var connection = new RawConnection(server.Url);
        await connection.SendAsync(Post("/slow", "Content-Length: 10\n", server) + "abc");

        Assert.StartsWith("HTTP/1.1 408 ", await ReadRefusalAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_lies_idle_is_closed()
    {
        await using var server = StartWithoutPatience(options => options.IdleTimeout);
        using var connection = new RawConnection(server.Url);

        Assert.Empty(await connection.ReadToEndAsync());
    }

    [Fact]
    public async Task Two_hundred_connections_at_a_time_are_all_served()
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 });
        var gate = new SemaphoreSlim(0);
        await using var server = LoopbackServer.Start(async (request, cancellationToken) =>
        {
            await gate.WaitAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StringContent(request.RequestUri!.AbsolutePath) };
        });
        var answers = Enumerable.Range(0, 200)
            .Select(number => client.GetStringAsync(new Uri(server.Url, $"{number}")))
            .ToList();
        while (server.Connections < 200)
            await Task.Yield();
        gate.Release(200);

        Assert.Equal(200, (await Task.WhenAll(answers)).Distinct().Count());
    }

    [Fact]
    public async Task Connections_that_have_ended_are_forgotten_however_they_ended()
    {
        for (var number = 0; number < 40; number++)
        {
            using var connection = Connect();
            await connection.SendAsync(number % 2 == 0 ? Get("/x") : Post("/x", "Content-Length: 10\n") + "abc");
            if (number % 4 < 2)
                connection.Break();
            else
                connection.CloseSending();
        }

        using var patience = new CancellationTokenSource(Limit);
        while (_server.Connections > 0 && !patience.IsCancellationRequested)
            await Task.Yield();
        Assert.Equal(0, _server.Connections);
    }

    [Fact]
    public async Task Connections_over_the_limit_wait_for_their_turn()
    {
        await using var server = Start(new LoopbackOptions { MaxConnections = 1 });
        using var first = new RawConnection(server.Url);
        await first.SendAsync(Get("/first", server: server));
        await first.ReadUntilAsync("/first");
        using var second = new RawConnection(server.Url);
        await second.SendAsync(Get("/second", "Connection: close\n", server));
        first.Dispose();

        Assert.Equal(["/second"], Bodies(await second.ReadToEndAsync()));
    }

    [Fact]
    public async Task A_handler_that_breaks_the_connection_leaves_no_answer()
    {
        await using var server = LoopbackServer.Start((_, _) => throw new HttpRequestException("cut"));
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(server.Url));
    }

    [Fact]
    public async Task A_handler_that_fails_is_answered_500_without_its_words()
    {
        await using var server = LoopbackServer.Start((_, _) => throw new InvalidOperationException("secret"));
        using var client = new HttpClient();
        using var answer = await client.GetAsync(server.Url);

        Assert.Equal(
            (HttpStatusCode.InternalServerError, "The server failed."),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_peer_that_breaks_off_cancels_the_work_on_its_request()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = LoopbackServer.Start(async (_, cancellationToken) =>
        {
            cancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });
        using var connection = new RawConnection(server.Url);
        await connection.SendAsync(Get("/x", server: server));
        await started.Task.InTime();
        connection.Break();

        await cancelled.Task.InTime();
        Assert.True(cancelled.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Stopping_ends_the_work_that_is_under_way()
    {
        var started = new TaskCompletionSource();
        var server = LoopbackServer.Start(async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });
        using var client = new HttpClient();
        var answer = client.GetStringAsync(server.Url);
        await started.Task;
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_body_of_unknown_length_goes_in_chunks()
    {
        await using var server = LoopbackServer.Start((_, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StreamContent(new UnseekableStream("streamed")),
        }));
        using var client = new HttpClient();
        using var answer = await client.GetAsync(server.Url);

        Assert.True(answer.Headers.TransferEncodingChunked);
        Assert.Equal("streamed", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_line_break_in_a_header_value_writes_no_header_of_its_own()
    {
        await using var server = LoopbackServer.Start((_, _) =>
        {
            var response = new HttpResponseMessage { ReasonPhrase = "Fine" };
            response.Headers.TryAddWithoutValidation("X-Text", "a\r\n b");
            return Task.FromResult(response);
        });
        using var connection = new RawConnection(server.Url);
        await connection.SendAsync(Get("/x", "Connection: close\n", server));

        Assert.Contains("X-Text: a  b\r\n", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private string Host => $"Host: 127.0.0.1:{_server.Url.Port}\n";

    private RawConnection Connect() => new(_server.Url);

    private string Get(string path, string headers = "", LoopbackServer? server = null) =>
        $"GET {path} HTTP/1.1\nHost: 127.0.0.1:{(server ?? _server).Url.Port}\n{headers}\n";

    private string Post(string path, string headers, LoopbackServer? server = null) =>
        $"POST {path} HTTP/1.1\nHost: 127.0.0.1:{(server ?? _server).Url.Port}\n{headers}\n";

    private static LoopbackServer StartWithoutPatience(Func<LoopbackOptions, TimeSpan> waiting)
    {
        var options = new LoopbackOptions
        {
            HeadTimeout = TimeSpan.FromSeconds(1),
            BodyTimeout = TimeSpan.FromSeconds(2),
            IdleTimeout = TimeSpan.FromSeconds(3),
            AnswerTimeout = TimeSpan.FromSeconds(4),
        };
        return Start(options with { Time = new LapsedTimeProvider(waiting(options)) });
    }

    private static LoopbackServer Start(LoopbackOptions options) => LoopbackServer.Start(EchoAsync, options);

    private static async Task<HttpResponseMessage> EchoAsync(HttpRequestMessage request, CancellationToken token)
    {
        var body = await request.Content!.ReadAsStringAsync(token);
        return new HttpResponseMessage
        {
            Content = new StringContent($"{request.Method} {request.RequestUri!.PathAndQuery} {body}".TrimEnd()),
        };
    }

    private static IEnumerable<string> Bodies(string answers) =>
        answers.Split("HTTP/1.1 200 OK\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(answer => answer.Split("\r\n\r\n", 2)[1].Split(' ', 2)[1]);

    private static async Task<string> ReadRefusalAsync(RawConnection connection)
    {
        var answer = await connection.ReadUntilAsync("\r\n\r\n");
        connection.CloseSending();
        return answer;
    }
}
