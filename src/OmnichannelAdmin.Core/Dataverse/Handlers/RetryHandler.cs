using System.Net;
using Polly;
using Polly.Retry;

namespace OmnichannelAdmin.Dataverse.Handlers;

/// <summary>Repeats a request that met a passing failure, as long as repeating it can do no harm.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(5);
    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("OmnichannelAdmin.Request");

    private readonly TimeProvider _time;
    private readonly TimeSpan _baseDelay;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(DataverseClientOptions options, TimeProvider time)
    {
        _time = time;
        _baseDelay = options.RetryBaseDelay;
        _pipeline = options.Retry && options.MaxAttempts > 1
            ? BuildPipeline(options.MaxAttempts - 1)
            : ResiliencePipeline<HttpResponseMessage>.Empty;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RequestKey, request);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, handler) => handler.AttemptAsync(RequestOf(context), context.CancellationToken),
                context,
                this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static HttpRequestMessage RequestOf(ResilienceContext context) =>
        context.Properties.GetValue(RequestKey, null!);

    private static RequestProgress ProgressOf(ResilienceContext context) => RequestProgress.Of(RequestOf(context));

    /// <summary>
    /// Statuses behind which the request may have been carried out. 503 is among them: nothing documented says that it
    /// is only ever sent before the work begins, and a request that carries its own GUID loses nothing by the caution.
    /// 429 is not: the service protection limits refuse a request before it runs.
    /// </summary>
    private static bool LosesTheAnswer(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout
        or HttpStatusCode.BadGateway
        or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.GatewayTimeout;

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome, RequestProgress progress) =>
        outcome switch
        {
            { Exception: AttemptFailedException failure } =>
                failure.IsTransient && (progress.SafeToRepeat || !failure.MayHaveBeenCarriedOut),
            { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
            { Result: { } response } => LosesTheAnswer(response.StatusCode) && progress.SafeToRepeat,
            _ => false,
        };

    private static string ReasonFor(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => "The environment asks for fewer requests (429).",
        { Result: { } response } => $"The environment answered {response.StatusCode.Describe()}.",
        _ => outcome.Exception!.Message,
    };

    private ResiliencePipeline<HttpResponseMessage> BuildPipeline(int maxRetries) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = maxRetries,
                ShouldHandle = args => ValueTask.FromResult(ShouldRepeat(args.Outcome, ProgressOf(args.Context))),
                DelayGenerator = args => ValueTask.FromResult(ProgressOf(args.Context).NextWait?.Duration),
                OnRetry = args =>
                {
                    var progress = ProgressOf(args.Context);
                    progress.Observer.Waiting(progress.NextWait!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var progress = RequestProgress.Of(request);
        progress.Attempt++;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            progress.AnswerLost |= LosesTheAnswer(response.StatusCode);
            return response;
        }
        catch (AttemptFailedException failure)
        {
            progress.AnswerLost |= failure.MayHaveBeenCarriedOut;
            throw;
        }
    }

    private bool ShouldRepeat(Outcome<HttpResponseMessage> outcome, RequestProgress progress)
    {
        if (!IsWorthRepeating(outcome, progress))
            return false;

        var delay = outcome.Result?.RetryAfter(_time) ?? BackOff(progress.Attempt);
        progress.NextWait = new RequestWait(delay, ReasonFor(outcome), progress.Attempt + 1);
        return delay < progress.Remaining;
    }

    /// <summary>
    /// Doubles with each attempt, and lies between half and the whole of that, so that clients spread out.
    /// </summary>
    private TimeSpan BackOff(int attempt)
    {
        var whole = Math.Min(_baseDelay.TotalSeconds * Math.Pow(2, attempt - 1), MaxDelay.TotalSeconds);
        var share = 0.5 + (Random.Shared.NextDouble() / 2);
        return TimeSpan.FromSeconds(whole * share);
    }
}
