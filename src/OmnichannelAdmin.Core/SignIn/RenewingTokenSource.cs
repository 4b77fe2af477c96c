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
    private bool _hadToken;
    private volatile bool _isClosed;

    /// <summary>Makes the source.</summary>
    /// <param name="time">The clock.</param>
    protected RenewingTokenSource(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    /// <exception cref="SignInException">No token could be got, or the connection was closed.</exception>
    public async ValueTask<AccessToken> GetTokenAsync(
        IDataverseObserver observer, AccessToken? refused, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            RefuseWhenClosed();
            if (_token is null || ReferenceEquals(_token, refused) || EndsSoon(_token))
            {
                _token = await RenewAsync(isFirst: !_hadToken, observer, cancellationToken).ConfigureAwait(false);
                _hadToken = true;
            }

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
    /// <param name="isFirst">False when the token of before is used up, so that no cache may answer with it.</param>
    /// <param name="observer">The observer of the request that needs the token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected abstract Task<AccessToken> RenewAsync(
        bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken);

    /// <summary>Forgets the token. A request that is under way and needs a new one fails.</summary>
    protected virtual void Dispose(bool disposing)
    {
        // The semaphore stays: it holds nothing of the system's, and requests may be waiting at it.
        _isClosed = true;
        _token = null;
    }

    private void RefuseWhenClosed()
    {
        if (_isClosed)
            throw new SignInException("ConnectionClosed", "The connection was closed, and its tokens were forgotten.");
    }

    private bool EndsSoon(AccessToken token) => token.ExpiresOn is { } end && end - _time.GetUtcNow() < Ahead;
}
