namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>A token that is cancelled by another one, or when a time has passed.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;

    public TimeLimit(TimeSpan time, TimeProvider clock, CancellationToken other)
    {
        _timer = new CancellationTokenSource(time, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, other);
    }

    /// <summary>The token.</summary>
    public CancellationToken Token => _linked.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }
}
