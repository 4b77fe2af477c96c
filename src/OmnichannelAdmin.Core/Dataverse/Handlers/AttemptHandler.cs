using System.Net.Sockets;

namespace OmnichannelAdmin.Dataverse.Handlers;

/// <summary>
/// Bounds one attempt in time, reads its answer whole, and says of a broken one whether it may have been carried out.
/// </summary>
internal sealed class AttemptHandler(TimeSpan attemptTimeout, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var timeout = LimitFor(RequestProgress.Of(request));
        using var limit = new CancellationTokenSource(timeout, time);

        // A write that is under way is finished: to break it off would only leave its outcome unknown.
        using var ending = request.Method == HttpMethod.Get
            ? CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken)
            : CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        try
        {
            return await ReceiveAsync(request, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            throw Unsent(
                "No connection to the environment came about in time.", DataverseErrorKind.TimedOut, exception);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw Lost(
                $"The environment did not answer within {timeout.TotalSeconds:0} seconds.",
                DataverseErrorKind.TimedOut,
                exception);
        }
        catch (HttpRequestException exception)
        {
            throw Classify(exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or SocketException)
        {
            throw Broken(exception);
        }
    }

    private static AttemptFailedException Classify(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Unsent(
            "The host's name is not known. Check the environment's URL and the network.",
            DataverseErrorKind.ConnectionFailed,
            exception,
            isTransient: IsPassingNameFailure(exception)),
        HttpRequestError.SecureConnectionError => Unsent(
            "No secure connection came about: the host's certificate is not trusted, or TLS was refused.",
            DataverseErrorKind.ConnectionFailed,
            exception,
            isTransient: false),
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => Unsent(
            $"The connection could not be made: {exception.Message}", DataverseErrorKind.ConnectionFailed, exception),
        _ => Broken(exception),
    };

    // A resolver that cannot answer at present says so; one that knows that there is no such host says that.
    private static bool IsPassingNameFailure(HttpRequestException exception) =>
        exception.InnerException is SocketException { SocketErrorCode: SocketError.TryAgain };

    private static AttemptFailedException Broken(Exception exception) => Lost(
        $"The connection broke before the answer was complete: {exception.Message}",
        DataverseErrorKind.ConnectionFailed,
        exception);

    private static AttemptFailedException Lost(string message, DataverseErrorKind kind, Exception exception) =>
        new(message, kind, exception) { MayHaveBeenCarriedOut = true };

    private static AttemptFailedException Unsent(
        string message, DataverseErrorKind kind, Exception exception, bool isTransient = true) =>
        new(message, kind, exception) { IsTransient = isTransient };

    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken ending)
    {
        var response = await base.SendAsync(request, ending).ConfigureAwait(false);
        try
        {
            // The content keeps what it has read, so that whoever asks again gets it from memory.
            await response.Content.ReadAsByteArrayAsync(ending).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A repetition may not outlast the request as a whole; the first attempt always has its full time.
    /// </summary>
    private TimeSpan LimitFor(RequestProgress progress) =>
        progress.Attempt > 1 && progress.Remaining > TimeSpan.Zero && progress.Remaining < attemptTimeout
            ? progress.Remaining
            : attemptTimeout;
}
