namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// What the handlers know together about one request on its way. It travels in the request's options.
/// </summary>
internal sealed class RequestProgress
{
    private static readonly HttpRequestOptionsKey<RequestProgress> Key = new("OmnichannelAdmin.RequestProgress");

    private readonly TimeProvider _time;
    private readonly TimeSpan _totalTimeout;
    private readonly long _startedAt;
    private TimeSpan _signInTime;

    private RequestProgress(
        IDataverseObserver observer, bool safeToRepeat, TimeProvider time, TimeSpan totalTimeout)
    {
        Observer = observer;
        SafeToRepeat = safeToRepeat;
        _time = time;
        _totalTimeout = totalTimeout;
        _startedAt = time.GetTimestamp();
    }

    /// <summary>Who hears about the request.</summary>
    public IDataverseObserver Observer { get; }

    /// <summary>Whether carrying the request out twice does no harm.</summary>
    public bool SafeToRepeat { get; }

    /// <summary>The number of the present attempt, 1 for the first.</summary>
    public int Attempt { get; set; }

    /// <summary>Whether an attempt may have been carried out although its answer never came.</summary>
    public bool AnswerLost { get; set; }

    /// <summary>Whether a refused token has been replaced already.</summary>
    public bool TokenReplaced { get; set; }

    /// <summary>The wait before the next attempt, once it has been decided.</summary>
    public RequestWait? NextWait { get; set; }

    /// <summary>What is left of the time that the request may take in all.</summary>
    public TimeSpan Remaining => _totalTimeout + _signInTime - _time.GetElapsedTime(_startedAt);

    /// <summary>Attaches the progress of a new request to it.</summary>
    public static RequestProgress Attach(
        HttpRequestMessage message,
        IDataverseObserver observer,
        bool safeToRepeat,
        TimeProvider time,
        TimeSpan totalTimeout)
    {
        var progress = new RequestProgress(observer, safeToRepeat, time, totalTimeout);
        message.Options.Set(Key, progress);
        return progress;
    }

    /// <summary>The progress of a request.</summary>
    public static RequestProgress Of(HttpRequestMessage message) =>
        message.Options.TryGetValue(Key, out var progress)
            ? progress
            : throw new InvalidOperationException("The request was not made by a DataverseClient.");

    /// <summary>Takes time off the account: a person who signs in does not use up the environment's time.</summary>
    public void ExcludeSignIn(TimeSpan elapsed) => _signInTime += elapsed;
}
