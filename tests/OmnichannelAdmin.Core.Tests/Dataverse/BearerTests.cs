using System.Net;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class BearerTests
{
    private static HttpResponseMessage AcceptToken2(RecordedRequest request) =>
        request.Header("Authorization") == "Bearer token-2"
            ? Answers.Json("{}")
            : Answers.Status(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_token_goes_with_the_request()
    {
        using var wire = new Wire { Tokens = new ScriptedTokens() };
        wire.Then(Answers.Json("{}"));

        await wire.GetAsync();

        Assert.Equal("Bearer token-1", Assert.Single(wire.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task Without_a_token_source_no_authorization_is_sent()
    {
        using var wire = new Wire().Then(Answers.Json("{}"));

        await wire.GetAsync();

        Assert.Null(Assert.Single(wire.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_without_a_wait()
    {
        var tokens = new ScriptedTokens();
        using var wire = new Wire { Tokens = tokens, Transport = new ScriptedTransport { Otherwise = AcceptToken2 } };

        await wire.SendAsync(Requests.PlainAction);

        Assert.Equal(1, tokens.Replacements);
        Assert.Equal(2, wire.Requests.Count);
        Assert.Empty(wire.Observer.Waits);
    }

    [Fact]
    public async Task A_second_401_is_the_answer()
    {
        var tokens = new ScriptedTokens();
        using var wire = new Wire { Tokens = tokens };
        wire.Then(Answers.Status(HttpStatusCode.Unauthorized)).Then(Answers.Status(HttpStatusCode.Unauthorized));

        var error = await wire.FailAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, DataverseErrorKind.NotSignedIn), (error.Status, error.Kind));
        Assert.Equal(1, tokens.Replacements);
    }

    [Fact]
    public async Task A_request_replaces_its_token_once_however_often_it_is_repeated()
    {
        var tokens = new ScriptedTokens();
        using var wire = new Wire { Tokens = tokens };
        wire.Then(Answers.Status(HttpStatusCode.Unauthorized)).Then(Answers.Status(HttpStatusCode.BadGateway));
        wire.Then(Answers.Status(HttpStatusCode.Unauthorized));

        await wire.FailAsync();

        Assert.Equal(1, tokens.Replacements);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Fact]
    public async Task Thirty_two_requests_that_are_refused_together_share_one_new_token()
    {
        var tokens = new ScriptedTokens();
        var allSent = new TaskCompletionSource();
        var sent = 0;
        using var wire = new Wire { Tokens = tokens, Transport = new ScriptedTransport { Otherwise = AcceptToken2 } };
        for (var request = 0; request < 32; request++)
        {
            wire.Script.Then(async (_, _) =>
            {
                if (Interlocked.Increment(ref sent) == 32)
                    allSent.SetResult();

                await allSent.Task.InTime();
                return Answers.Status(HttpStatusCode.Unauthorized);
            });
        }

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => wire.GetAsync())));

        Assert.Equal(1, tokens.Replacements);
        Assert.Equal(64, wire.Requests.Count);
    }

    [Fact]
    public async Task A_token_with_a_line_break_in_it_is_refused_without_being_shown()
    {
        using var wire = new Wire { Tokens = new BrokenTokens() };

        var error = await wire.FailAsync();

        Assert.Equal(DataverseErrorKind.NotSignedIn, error.Kind);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task The_time_a_person_takes_to_sign_in_is_not_the_environments()
    {
        var time = new ManualTimeProvider { AutoAdvance = true };
        using var wire = new Wire
        {
            Time = time,
            Tokens = new SlowTokens(() => time.Advance(TimeSpan.FromMinutes(20))),
        };
        wire.Then(Answers.Throttled("60")).Then(Answers.Json("{}"));

        await wire.GetAsync();

        Assert.Equal(2, wire.Requests.Count);
    }

    private sealed class BrokenTokens : IAccessTokenSource
    {
        public ValueTask<AccessToken> GetTokenAsync(
            IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken("secret\r\nX-Evil: 1", expiresOn: null));
    }

    private sealed class SlowTokens(Action signIn) : IAccessTokenSource
    {
        public ValueTask<AccessToken> GetTokenAsync(
            IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken)
        {
            signIn();
            return ValueTask.FromResult(new AccessToken("token", expiresOn: null));
        }
    }
}
