namespace OmnichannelAdmin.Testing;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>. It fires once.</summary>
internal sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state, bool isLimit)
    : ITimer
{
    /// <summary>When it fires.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Whether it bounds work rather than delays it.</summary>
    public bool IsLimit { get; } = isLimit;

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero)
            throw new NotSupportedException("The manual clock knows no repeating timers.");

        owner.Set(this, dueTime);
        return true;
    }

    public void Dispose() => owner.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
