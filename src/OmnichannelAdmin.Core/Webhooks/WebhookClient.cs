using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>Posts activities to a webhook as the platform does: without cookies, redirects or a proxy.</summary>
internal sealed class WebhookClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;

    public WebhookClient(CertificateTrust trust, TimeSpan limit, TimeProvider time)
    {
        _time = time;
        _limit = limit;
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust.Policy() },
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Posts an activity to its conversation and waits for the answer's status; the body is ignored.</summary>
    /// <param name="webhook">The base address.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="bearer">The token to sign it with, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WebhookAnswer> PostAsync(
        Uri webhook, Activity activity, string? bearer, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = Request(webhook, activity, bearer);
        var start = _time.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return new WebhookAnswer(response.StatusCode, _time.GetElapsedTime(start), Failure: null);
        }
        catch (HttpRequestException e)
        {
            return new WebhookAnswer(Status: null, _time.GetElapsedTime(start), Innermost(e).Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(
                Status: null, _time.GetElapsedTime(start), $"not within {_limit.TotalSeconds:0.###} s");
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(Uri webhook, Activity activity, string? bearer)
    {
        var conversation = Uri.EscapeDataString(activity.ConversationId ?? "");
        var request = new HttpRequestMessage(HttpMethod.Post, ActivitiesPath.Append(webhook, conversation))
        {
            Content = new StringContent(activity.ToJson(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return request;
    }

    // The outer messages only say that the connection failed.
    private static Exception Innermost(Exception exception) => exception.GetBaseException();
}
