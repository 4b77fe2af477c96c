using Microsoft.Identity.Client;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Gets tokens through the Microsoft Authentication Library. Its logging stays off, and with it whatever personal data
/// it might log; what it sends shows in our own log.
/// </summary>
internal abstract class MsalTokenSource : RenewingTokenSource
{
    private readonly SignInHandler _handler;
    private readonly HttpClient _client;

    protected MsalTokenSource(HttpMessageHandler transport, TimeProvider time)
        : base(time)
    {
        _handler = new SignInHandler(transport, time);
        _client = new HttpClient(_handler);
        Http = new SignInHttpClientFactory(_client);
    }

    /// <summary>The library's HTTP.</summary>
    protected IMsalHttpClientFactory Http { get; }

    /// <summary>Who watches the request that needs the token.</summary>
    protected IDataverseObserver Observer => _handler.Observer;

    /// <inheritdoc/>
    protected sealed override async Task<AccessToken> RenewAsync(
        bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        _handler.Observer = observer;
        try
        {
            var result = await AcquireAsync(isFirst, cancellationToken).ConfigureAwait(false);
            return new AccessToken(result.AccessToken, result.ExpiresOn);
        }
        catch (MsalException e)
        {
            throw EntraFailure.Explain(e);
        }
        catch (HttpRequestException e)
        {
            throw EntraFailure.Unreachable(e);
        }
        finally
        {
            _handler.Observer = SilentObserver.Instance;
        }
    }

    /// <summary>Gets a token.</summary>
    /// <param name="isFirst">False when the token of before is used up, so that no cache may answer with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected abstract Task<AuthenticationResult> AcquireAsync(bool isFirst, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _client.Dispose();

        base.Dispose(disposing);
    }
}
