using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class RenewingTokenSourceTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Thirty_two_concurrent_requests_for_an_ended_token_cause_one_renewal()
    {
        using var source = new CountingTokenSource(_time);
        await GetAsync(source);
        _time.Advance(TimeSpan.FromHours(1));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => GetAsync(source)))).InTime();

        Assert.Equal(2, source.Renewals);
        Assert.Single(tokens.Distinct());
    }

    [Fact]
    public async Task A_token_is_renewed_from_five_minutes_before_its_end()
    {
        using var source = new CountingTokenSource(_time);
        await GetAsync(source);

        _time.Advance(TimeSpan.FromMinutes(55));
        await GetAsync(source);
        Assert.Equal(1, source.Renewals);

        _time.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(source);
        Assert.Equal(2, source.Renewals);
    }

    [Fact]
    public async Task Several_requests_that_were_refused_with_one_token_share_the_next()
    {
        using var source = new CountingTokenSource(_time);
        var refused = await GetAsync(source);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => GetAsync(source, refused)))).InTime();

        Assert.Equal(2, source.Renewals);
    }

    [Fact]
    public async Task Only_the_first_renewal_may_be_answered_from_a_cache()
    {
        using var source = new CountingTokenSource(_time);
        var first = await GetAsync(source);
        await GetAsync(source, first);

        Assert.Equal([true, false], source.Firsts);
    }

    [Fact]
    public async Task A_closed_source_hands_out_nothing()
    {
        var source = new CountingTokenSource(_time);
        await GetAsync(source);
        source.Dispose();

        var error = await Assert.ThrowsAsync<SignInException>(() => GetAsync(source));

        Assert.Equal("ConnectionClosed", error.Id);
    }

    private static async Task<AccessToken> GetAsync(IAccessTokenSource source, AccessToken? refused = null) =>
        await source.GetTokenAsync(SilentObserver.Instance, refused, CancellationToken.None);

    private sealed class CountingTokenSource(TimeProvider time) : RenewingTokenSource(time)
    {
        private readonly TimeProvider _time = time;

        public List<bool> Firsts { get; } = [];

        public int Renewals => Firsts.Count;

        protected override async Task<AccessToken> RenewAsync(
            bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Firsts.Add(isFirst);
            return new AccessToken($"token-{Renewals}", _time.GetUtcNow().AddHours(1));
        }
    }
}
