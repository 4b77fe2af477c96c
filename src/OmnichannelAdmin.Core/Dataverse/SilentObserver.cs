namespace OmnichannelAdmin.Dataverse;

/// <summary>An observer for callers that nobody watches.</summary>
public sealed class SilentObserver : IDataverseObserver
{
    private SilentObserver()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Attempted(RequestTrace trace)
    {
    }

    /// <inheritdoc/>
    public void Waiting(RequestWait wait)
    {
    }
}
