using System.Net;

namespace OmnichannelAdmin.Dataverse.Handlers;

/// <summary>
/// Holds all requests of a client back while the environment asks to: the limits count per user, so a request that
/// slips past one that was refused is refused as well and prolongs the pause.
/// </summary>
internal sealed class ThrottleGateHandler(TimeProvider time) : DelegatingHandler
{
    // A rest this short is what a timer left over; nobody needs to hear of it.
    private static readonly TimeSpan WorthSaying = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private long _closedAt;
    private TimeSpan _pause;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await PassAsync(RequestProgress.Of(request), cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && response.RetryAfter(time) is { } pause)
            Close(pause);

        return response;
    }

    private async Task PassAsync(RequestProgress progress, CancellationToken cancellationToken)
    {
        // Asked anew after each wait: another request may have been refused meanwhile.
        while (UntilOpen() is var rest && rest > TimeSpan.Zero)
        {
            if (rest > progress.Remaining)
            {
                throw new AttemptFailedException(
                    $"The environment asks for a pause of {Math.Ceiling(rest.TotalSeconds)} seconds, which is longer "
                    + "than this request may take.",
                    DataverseErrorKind.Throttled) { IsTransient = false };
            }

            if (rest >= WorthSaying)
            {
                progress.Observer.Waiting(new RequestWait(
                    rest, "The environment asked another request for a pause (429).", progress.Attempt));
            }

            await Task.Delay(rest, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan UntilOpen()
    {
        lock (_lock)
            return _pause - time.GetElapsedTime(_closedAt);
    }

    private void Close(TimeSpan pause)
    {
        lock (_lock)
        {
            if (pause <= _pause - time.GetElapsedTime(_closedAt))
                return;

            _closedAt = time.GetTimestamp();
            _pause = pause;
        }
    }
}
