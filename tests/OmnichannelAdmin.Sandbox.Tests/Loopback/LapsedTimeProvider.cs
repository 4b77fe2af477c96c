namespace OmnichannelAdmin.Sandbox.Tests.Loopback;

/// <summary>A clock on which one time-out has passed as soon as it begins, and no other ever passes.</summary>
internal sealed class LapsedTimeProvider(TimeSpan lapsed) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == lapsed ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
}
