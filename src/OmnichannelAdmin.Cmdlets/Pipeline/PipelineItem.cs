using System.Collections.Concurrent;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>One input of a cmdlet on its way, and what it wants done on the pipeline thread, in order.</summary>
internal sealed class PipelineItem : IDisposable
{
    // How much an item may want before it has to wait for the pipeline thread.
    private const int Capacity = 64;

    private readonly ConcurrentQueue<Action> _wanted = new();
    private readonly SemaphoreSlim _room = new(Capacity, Capacity);
    private volatile bool _hasEnded;

    /// <summary>The body at work.</summary>
    public Task Body { get; set; } = Task.CompletedTask;

    /// <summary>Whether the body has ended and all that it wanted is done.</summary>
    public bool IsDone => _hasEnded && _wanted.IsEmpty;

    /// <summary>Says that the body wants nothing more. Its task completes only after this, too late to wake anybody.</summary>
    public void End() => _hasEnded = true;

    public async Task WantAsync(Action action, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        _wanted.Enqueue(action);
    }

    public bool TryTake(out Action action)
    {
        if (!_wanted.TryDequeue(out action!))
            return false;

        _room.Release();
        return true;
    }

    /// <summary>Frees the item; only when its body has ended.</summary>
    public void Dispose() => _room.Dispose();
}
