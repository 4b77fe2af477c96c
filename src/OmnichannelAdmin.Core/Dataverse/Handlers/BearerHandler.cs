using System.Net;
using System.Net.Http.Headers;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Dataverse.Handlers;

/// <summary>
/// Puts the token on requests to the environment, and replaces it once when the environment refuses it.
/// </summary>
internal sealed class BearerHandler(EnvironmentUrl environment, IAccessTokenSource tokens, TimeProvider time)
    : DelegatingHandler
{
    private readonly SemaphoreSlim _replacing = new(1, 1);
    private (string Refused, AccessToken Token)? _replacement;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!environment.IsOriginOf(request.RequestUri!))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var progress = RequestProgress.Of(request);
        var token = await GetTokenAsync(progress, refused: null, cancellationToken).ConfigureAwait(false);
        var response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || progress.TokenReplaced)
            return response;

        response.Dispose();
        progress.TokenReplaced = true;
        var fresh = await ReplaceAsync(token, progress, cancellationToken).ConfigureAwait(false);
        return await SendWithAsync(fresh, request, cancellationToken).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _replacing.Dispose();

        base.Dispose(disposing);
    }

    private Task<HttpResponseMessage> SendWithAsync(
        AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        return base.SendAsync(request, cancellationToken);
    }

    /// <summary>Requests that were refused with the same token share one new one.</summary>
    private async Task<AccessToken> ReplaceAsync(
        AccessToken refused, RequestProgress progress, CancellationToken cancellationToken)
    {
        await _replacing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_replacement is { } known && known.Refused == refused.Reveal())
                return known.Token;

            var token = await GetTokenAsync(progress, refused, cancellationToken).ConfigureAwait(false);
            _replacement = (refused.Reveal(), token);
            return token;
        }
        finally
        {
            _replacing.Release();
        }
    }

    private async Task<AccessToken> GetTokenAsync(
        RequestProgress progress, AccessToken? refused, CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var token = await tokens.GetTokenAsync(progress.Observer, refused, cancellationToken).ConfigureAwait(false);
        progress.ExcludeSignIn(time.GetElapsedTime(startedAt));
        if (token.Reveal().All(letter => letter is > ' ' and < '\x7f'))
            return token;

        throw new AttemptFailedException(
            "The access token holds blanks or letters that no token has. Was more pasted than the token?",
            DataverseErrorKind.NotSignedIn) { IsTransient = false };
    }
}
