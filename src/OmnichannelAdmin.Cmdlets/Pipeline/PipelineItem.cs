using System.Collections.Concurrent;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>One input of a cmdlet on its way, and what it wants done on the pipeline thread, in order.</summary>
internal sealed class PipelineItem
{
    private readonly ConcurrentQueue<Action> _wanted = new();
    private volatile bool _hasEnded;

    /// <summary>The body at work.</summary>
    public Task Body { get; set; } = Task.CompletedTask;

    /// <summary>Whether the body has ended and all that it wanted is done.</summary>
    public bool IsDone => _hasEnded && _wanted.IsEmpty;

    public void Want(Action action) => _wanted.Enqueue(action);

    public bool TryTake(out Action action) => _wanted.TryDequeue(out action!);

    /// <summary>
    /// Says that the body wants nothing more. Its task completes only after this, too late to wake anybody.
    /// </summary>
    public void End() => _hasEnded = true;
}
