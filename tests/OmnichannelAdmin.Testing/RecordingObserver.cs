using System.Collections.Concurrent;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Testing;

/// <summary>An observer that keeps what it hears.</summary>
public sealed class RecordingObserver : IDataverseObserver
{
    private readonly ConcurrentQueue<RequestTrace> _traces = new();
    private readonly ConcurrentQueue<RequestWait> _waits = new();

    /// <summary>The attempts so far.</summary>
    public IReadOnlyList<RequestTrace> Traces => [.. _traces];

    /// <summary>The waits so far.</summary>
    public IReadOnlyList<RequestWait> Waits => [.. _waits];

    public void Attempted(RequestTrace trace) => _traces.Enqueue(trace);

    public void Waiting(RequestWait wait) => _waits.Enqueue(wait);
}
