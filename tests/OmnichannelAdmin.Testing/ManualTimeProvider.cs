namespace OmnichannelAdmin.Testing;

/// <summary>
/// A clock that stands still until a test moves it. With <see cref="AutoAdvance"/> it jumps to the end of each delay
/// that is asked for, so that code which waits five minutes is tested in a moment. Limits, that is timers of a
/// <see cref="CancellationTokenSource"/>, are never jumped to: only time that passes otherwise reaches them.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<TimeSpan> _delays = [];
    private TaskCompletionSource _timerSet = NewSignal();
    private DateTimeOffset _now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Whether to jump to the end of each delay as soon as it is asked for.</summary>
    public bool AutoAdvance { get; init; }

    /// <summary>The delays that were asked for, in order; limits are none.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
                return [.. _delays];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, isLimit: state is CancellationTokenSource);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock and fires what becomes due on the way, in order.</summary>
    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Waits until code under test has asked for a number of delays in all.</summary>
    public async Task WhenDelaysAskedForAsync(int count)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_delays.Count >= count)
                    return;

                next = _timerSet.Task;
            }

            await next.WaitAsync(Patience.Limit);
        }
    }

    internal void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;

            timer.DueAt = _now + dueTime;
            _timers.Add(timer);
            if (timer.IsLimit)
                return;

            _delays.Add(dueTime);
            _timerSet.SetResult();
            _timerSet = NewSignal();
        }

        if (AutoAdvance)
            ThreadPool.QueueUserWorkItem(_ => AdvanceTo(timer.DueAt));
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void AdvanceTo(DateTimeOffset moment)
    {
        while (TakeDue(moment) is { } due)
            due.Fire();
    }

    private ManualTimer? TakeDue(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var due = _timers.Where(timer => timer.DueAt <= moment).MinBy(timer => timer.DueAt);
            var reached = due?.DueAt ?? moment;
            _now = reached > _now ? reached : _now;
            if (due is not null)
                _timers.Remove(due);

            return due;
        }
    }
}
