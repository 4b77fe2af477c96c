using System.Collections.Concurrent;
using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>
/// Lets several inputs be worked on at once while the pipeline thread does what they ask for: the oldest input first,
/// so that output keeps the order of the input and only one prompt is open at a time.
/// </summary>
internal sealed class PipelinePump : IDisposable
{
    // Longer than one attempt at a request takes, so that a write in flight is finished when the pipeline ends early.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(110);

    private readonly Queue<PipelineItem> _items = new();
    private readonly Dictionary<string, Task> _lastOfKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<Action> _urgent = new();
    private readonly SemaphoreSlim _signal = new(0);
    private readonly CancellationTokenSource _ending = new();
    private bool _isStopped;

    /// <summary>Cancelled when the pipeline ends, by Ctrl+C or otherwise.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Begins to work on an input. Inputs of one key are worked on one after the other.</summary>
    public void Start(Func<PipelineItem, Task> body, string? key)
    {
        var item = new PipelineItem();
        var predecessor = key is null ? Task.CompletedTask : _lastOfKey.GetValueOrDefault(key, Task.CompletedTask);
        item.Body = Task.Run(() => RunAsync(item, body, predecessor));
        if (key is not null)
            _lastOfKey[key] = item.Body;

        _items.Enqueue(item);
    }

    /// <summary>
    /// Does what the inputs ask for until no more than that many are left, and what can be done at once.
    /// </summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public void Drain(int atMost)
    {
        while (_items.Count > 0 && Serve(_items.Peek(), mayWait: _items.Count > atMost))
            _items.Dequeue();
    }

    /// <summary>Asks for something that must not wait for older inputs.</summary>
    public void Urge(Action action)
    {
        _urgent.Enqueue(action);
        _signal.Release();
    }

    /// <summary>Asks for something in the order of the inputs.</summary>
    public void Want(PipelineItem item, Action action)
    {
        item.Want(action);
        _signal.Release();
    }

    /// <summary>Ends all waiting because the user pressed Ctrl+C.</summary>
    public void Stop()
    {
        _isStopped = true;
        _ending.Cancel();
    }

    /// <summary>Ends the work; a write in flight is finished first unless the user does not want to wait.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        var deadline = DateTime.UtcNow + Farewell;
        while (!_isStopped && DateTime.UtcNow < deadline && _items.Any(item => !item.Body.IsCompleted))
            _signal.Wait(TimeSpan.FromMilliseconds(100));
    }

    private async Task RunAsync(PipelineItem item, Func<PipelineItem, Task> body, Task predecessor)
    {
        try
        {
            await predecessor.ConfigureAwait(false);
            await body(item).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Ending.IsCancellationRequested)
        {
            // Nobody is left to be told.
        }
        finally
        {
            item.End();
            _signal.Release();
        }
    }

    private bool Serve(PipelineItem head, bool mayWait)
    {
        while (true)
        {
            while (_urgent.TryDequeue(out var urgent))
                urgent();

            if (head.TryTake(out var wanted))
                wanted();
            else if (head.IsDone)
                return true;
            else if (mayWait)
                WaitForSignal();
            else
                return false;
        }
    }

    private void WaitForSignal()
    {
        try
        {
            _signal.Wait(Ending);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }
}
