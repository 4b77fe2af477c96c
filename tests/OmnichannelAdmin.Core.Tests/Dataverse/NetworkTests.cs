namespace OmnichannelAdmin.Core.Tests.Dataverse;

/// <summary>
/// What the real network stack does, connections that break above all; the other tests script their failures.
/// </summary>
public sealed class NetworkTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly Wire _wire;

    public NetworkTests() =>
        _wire = new Wire { Address = _server.Url, Transport = DataverseTransport.Create() };

    public async ValueTask DisposeAsync()
    {
        _wire.Dispose();
        await _server.DisposeAsync();
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_connection_cut_before_the_write_is_survived()
    {
        _server.CutBeforeReading().Answer("{}");

        await _wire.SendAsync(Requests.Create);

        Assert.Contains("Contoso", Assert.Single(_server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_cut_after_the_write_is_survived_and_told()
    {
        _server.CutAfterReading().Answer("{}");

        var response = await _wire.SendAsync(Requests.Create);

        Assert.True(response.FollowsLostAnswer);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task A_plain_post_cut_after_the_write_is_not_sent_again()
    {
        _server.CutAfterReading();

        var error = await _wire.FailAsync(Requests.PlainAction);

        Assert.True(error.FollowsLostAnswer);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_delete_cut_on_a_kept_connection_is_not_sent_again_behind_our_back()
    {
        _server.Answer("{}").CutAfterReading().Answer("{}");

        await _wire.GetAsync();
        var response = await _wire.SendAsync(Requests.Delete);

        Assert.True(response.FollowsLostAnswer);
        Assert.Equal(3, _server.Requests.Count);
        Assert.Equal(2, _server.ConnectionCount);
        Assert.Contains("Content-Length: 0", _server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_body_is_cut_is_asked_for_again()
    {
        var page = $$"""{"value":[{{string.Join(',', Enumerable.Range(0, 1000))}}]}""";
        _server.CutInBody(page).Answer(page);

        var rows = 0;
        await foreach (var read in _wire.PagesOf("accounts"))
            rows += read.Rows.Count;

        Assert.Equal(1000, rows);
        Assert.Equal(2, _server.Requests.Count);
        Assert.Contains("broke before", _wire.Observer.Traces[0].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_tried_again_and_nothing_is_lost()
    {
        using var wire = new Wire
        {
            Address = "http://127.0.0.1:1",
            Transport = DataverseTransport.Create(),
            Options = new DataverseClientOptions { MaxAttempts = 2 },
        };

        var error = await wire.FailAsync(Requests.Create);

        Assert.Equal(DataverseErrorKind.ConnectionFailed, error.Kind);
        Assert.False(error.FollowsLostAnswer);
        Assert.Equal(2, wire.Observer.Traces.Count);
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        _server.Answer("{}", header: "Set-Cookie: ARRAffinity=node-7; Path=/").Answer("{}");

        await _wire.GetAsync();
        await _wire.GetAsync();

        Assert.DoesNotContain("node-7", _server.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _server.Answer("{}", 302, "Location: /elsewhere").Answer("{}");

        await _wire.FailAsync();

        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Thirty_two_requests_at_once_are_all_answered()
    {
        for (var request = 0; request < 32; request++)
            _server.Answer("{}");

        var responses = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _wire.GetAsync()));

        Assert.Equal(32, responses.Length);
    }
}
