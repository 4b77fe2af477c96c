namespace OmnichannelAdmin.Testing;

/// <summary>How long a test waits for what should happen at once, before it fails rather than hangs.</summary>
public static class Patience
{
    /// <summary>Generous, for a busy machine.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Fails when the task does not end in time.</summary>
    public static Task InTime(this Task task) => task.WaitAsync(Limit);

    /// <summary>Fails when the task does not end in time.</summary>
    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Limit);
}
