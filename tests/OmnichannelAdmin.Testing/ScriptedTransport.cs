using System.Collections.Concurrent;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// A transport that gives the answers that a test has written down, in order, and keeps the requests.
/// </summary>
public sealed class ScriptedTransport : HttpMessageHandler
{
    private readonly ConcurrentQueue<Answering> _script = new();
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private delegate Task<HttpResponseMessage> Answering(RecordedRequest request, CancellationToken cancellationToken);

    /// <summary>Answers whatever the script does not; null to fail then.</summary>
    public Func<RecordedRequest, HttpResponseMessage>? Otherwise { get; init; }

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Adds an answer to the script.</summary>
    public ScriptedTransport Then(HttpResponseMessage answer) => Then(_ => answer);

    /// <summary>Adds a failure of the connection to the script.</summary>
    public ScriptedTransport Then(Exception failure) =>
        Then((_, _) => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Adds an answer that depends on the request.</summary>
    public ScriptedTransport Then(Func<RecordedRequest, HttpResponseMessage> answer) =>
        Then((request, _) => Task.FromResult(answer(request)));

    /// <summary>Adds an answer that takes its time.</summary>
    public ScriptedTransport Then(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue(new Answering(answer));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.OfAsync(request);
        _requests.Enqueue(recorded);
        if (_script.TryDequeue(out var answer))
            return await answer(recorded, cancellationToken);

        return Otherwise?.Invoke(recorded)
            ?? throw new InvalidOperationException($"No answer is scripted for {request.Method} {request.RequestUri}.");
    }
}
