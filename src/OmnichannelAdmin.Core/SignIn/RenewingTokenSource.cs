using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Keeps a token until five minutes before it ends, and asks for a new one once however many requests wait for it.
/// </summary>
public abstract class RenewingTokenSource : IAccessTokenSource, IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private AccessToken? _token;

    /// <summary>Makes the source.</summary>
    /// <param name="time">The clock.</param>
    protected RenewingTokenSource(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public async ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_token is null || ReferenceEquals(_token, refused) || EndsSoon(_token))
                _token = await RenewAsync(observer, cancellationToken).ConfigureAwait(false);

            return _token;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gets a new token.</summary>
    protected abstract Task<AccessToken> RenewAsync(IDataverseObserver observer, CancellationToken cancellationToken);

    /// <summary>Forgets the token.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        _token = null;
        _oneAtATime.Dispose();
    }

    private bool EndsSoon(AccessToken token) => token.ExpiresOn is { } end && end - _time.GetUtcNow() < Ahead;
}
