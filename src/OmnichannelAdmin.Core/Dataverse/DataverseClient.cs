using System.Runtime.CompilerServices;
using System.Text.Json;
using OmnichannelAdmin.Dataverse.Batching;
using OmnichannelAdmin.Dataverse.Handlers;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Dataverse;

/// <summary>A client of one environment's Web API. Safe for concurrent calls.</summary>
public sealed class DataverseClient : IDisposable
{
    private readonly DataverseClientOptions _options;
    private readonly TimeProvider _time;
    private readonly RequestWriter _writer;
    private readonly HttpMessageInvoker _invoker;

    /// <summary>Makes a client.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="transport">What carries the requests; the client owns it.</param>
    /// <param name="tokens">Where bearer tokens come from, or null where none is needed.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    public DataverseClient(
        EnvironmentUrl environment,
        HttpMessageHandler transport,
        IAccessTokenSource? tokens,
        DataverseClientOptions options,
        TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        Environment = environment;
        _options = options;
        _time = time;
        _writer = new RequestWriter(environment, options);

        // Not HttpClient itself: when the caller cancels while a write is under way, it would hide behind the
        // cancellation that the write's answer was lost. The base class sends the same and hides nothing.
        DelegatingHandler[] bearer = tokens is null ? [] : [new BearerHandler(environment, tokens, time)];
        _invoker = new HttpMessageInvoker(Chain(
            [
                new RetryHandler(options, time),
                .. bearer,
                new ThrottleGateHandler(time),
                new TraceHandler(time),
                new AttemptHandler(options.AttemptTimeout, time),
            ],
            transport));
    }

    /// <summary>The environment.</summary>
    public EnvironmentUrl Environment { get; }

    /// <summary>Sends one request and reads its answer whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="observer">Who hears of attempts and waits.</param>
    /// <param name="cancellationToken">
    /// Ends a wait, and a GET under way. An attempt at a write is finished once it is sent, which takes at most
    /// <see cref="DataverseClientOptions.AttemptTimeout"/>.
    /// </param>
    /// <exception cref="DataverseException">
    /// The environment refused it or could not be asked; or the wait for another attempt was cancelled after an attempt
    /// at a write whose answer was lost.
    /// </exception>
    /// <exception cref="OcValidationException">
    /// The path leads out of the environment, or a header may not be set. Nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// The caller cancelled, and no write's outcome is unknown.
    /// </exception>
    public async Task<DataverseResponse> SendAsync(
        DataverseRequest request, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(observer);
        using var message = _writer.Write(request);
        var answer = await AskAsync(message, request.SafeToRepeat, observer, cancellationToken).ConfigureAwait(false);
        return AnswerReader.ReadResponse(answer);
    }

    /// <summary>
    /// Reads a collection page by page. A page is read whole before it is handed out, and the next one is asked for
    /// only when the consumer moves on. Every page is asked for with the request's own headers and preferences, such as
    /// <c>odata.maxpagesize=500</c>.
    /// </summary>
    /// <param name="request">The GET of the first page.</param>
    /// <param name="observer">Who hears of attempts and waits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DataverseException">
    /// A page was refused, could not be asked for, is no collection, or links to another origin.
    /// </exception>
    public async IAsyncEnumerable<DataversePage> ReadPagesAsync(
        DataverseRequest request,
        IDataverseObserver observer,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var next = request; next is not null;)
        {
            var response = await SendAsync(next, observer, cancellationToken).ConfigureAwait(false);
            var page = ReadPage(next, response);
            yield return page;
            next = page.NextLink is null ? null : next with { Path = page.NextLink.OriginalString };
        }
    }

    /// <summary>
    /// Sends up to 1,000 operations as one request; the operations of a change set are all or nothing.
    /// </summary>
    /// <param name="batch">
    /// The operations. The batch is repeated after a lost answer when each of them is safe to repeat.
    /// </param>
    /// <param name="observer">Who hears of attempts and waits.</param>
    /// <param name="cancellationToken">Ends a wait; an attempt that was sent is finished.</param>
    /// <returns>One outcome per item of the batch, in its order.</returns>
    /// <exception cref="DataverseException">
    /// The batch as a whole was refused, could not be sent, or its answer cannot be read.
    /// </exception>
    /// <exception cref="OcValidationException">
    /// The batch is empty or too large, a change set holds a GET, or an operation's path or header is refused. Nothing
    /// was sent.
    /// </exception>
    public async Task<IReadOnlyList<BatchOutcome>> SendBatchAsync(
        BatchRequest batch, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(observer);
        var request = new DataverseRequest(HttpMethod.Post, "$batch")
        {
            Preferences = batch.ContinueOnError ? ["odata.continue-on-error"] : [],
            SafeToRepeat = batch.Items.All(item => item.Operations.All(operation => operation.SafeToRepeat)),
        };
        using var message = _writer.Write(request, new BatchWriter(_writer).Write(batch));
        var answer = await AskAsync(message, request.SafeToRepeat, observer, cancellationToken).ConfigureAwait(false);
        return new BatchReader(Environment, batch, answer).Read();
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private static HttpMessageHandler Chain(IReadOnlyList<DelegatingHandler> handlers, HttpMessageHandler transport)
    {
        var inner = transport;
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = inner;
            inner = handler;
        }

        return inner;
    }

    private DataversePage ReadPage(DataverseRequest request, DataverseResponse response)
    {
        if (response.Body?.PropertyOf("value") is not { ValueKind: JsonValueKind.Array } rows)
            throw UnexpectedPage(request, response, "The answer is no collection, so it has no pages.");

        var count = response.Body.Value.PropertyOf("@odata.count") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt32(out var total)
            ? total
            : (int?)null;
        return new DataversePage([.. rows.EnumerateArray()], count, ReadNextLink(request, response));
    }

    private Uri? ReadNextLink(DataverseRequest request, DataverseResponse response)
    {
        if (response.Body?.TextOf("@odata.nextLink") is not { } link)
            return null;

        if (!Uri.TryCreate(Environment.ApiRoot, link, out var next) || !Environment.IsOriginOf(next))
            throw UnexpectedPage(request, response, "The link to the next page leads out of the environment.");

        // A link to the page that holds it would be followed for ever.
        if (next == _writer.Resolve(request.Path))
            throw UnexpectedPage(request, response, "The link to the next page leads to the same page again.");

        return next;
    }

    private DataverseException UnexpectedPage(DataverseRequest request, DataverseResponse response, string message) =>
        new(message)
        {
            Kind = DataverseErrorKind.UnexpectedAnswer,
            Status = response.Status,
            RequestId = response.RequestId,
            Method = request.Method,
            Url = _writer.Resolve(request.Path),
        };

    private async Task<Answer> AskAsync(
        HttpRequestMessage message, bool safeToRepeat, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = RequestProgress.Attach(message, observer, safeToRepeat, _time, _options.TotalTimeout);
        try
        {
            using var response = await _invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
            return new Answer(message.Method, message.RequestUri!, response.StatusCode, response.AllHeaders(), body)
            {
                FollowsLostAnswer = progress.AnswerLost,
            };
        }
        catch (AttemptFailedException failure)
        {
            throw MakeError(message, progress, failure.Message, failure.Kind, failure.InnerException);
        }
        catch (OperationCanceledException exception) when (progress.AnswerLost && message.Method != HttpMethod.Get)
        {
            throw MakeError(
                message,
                progress,
                "The request was sent and its answer lost; then it was cancelled. It may have been carried out.",
                DataverseErrorKind.ConnectionFailed,
                exception);
        }
    }

    private static DataverseException MakeError(
        HttpRequestMessage message,
        RequestProgress progress,
        string text,
        DataverseErrorKind kind,
        Exception? inner) => new(text, inner)
        {
            Kind = kind,
            Method = message.Method,
            Url = message.RequestUri,
            FollowsLostAnswer = progress.AnswerLost,
        };
}
