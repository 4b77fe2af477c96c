namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// Hears what a request does on its way, so that a person who waits can see why.
/// Calls come from pool threads and must return at once.
/// </summary>
public interface IDataverseObserver
{
    /// <summary>An attempt was answered, or failed to get an answer.</summary>
    void Attempted(RequestTrace trace);

    /// <summary>The next attempt, or the first one behind a closed throttle gate, has to wait.</summary>
    void Waiting(RequestWait wait);
}
