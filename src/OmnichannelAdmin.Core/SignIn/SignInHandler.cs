using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Shows requests for tokens to whoever watches the request that needs the token, by the same rules: no body, and
/// only headers that may be shown.
/// </summary>
internal sealed class SignInHandler : DelegatingHandler
{
    private readonly TimeProvider _time;

    /// <summary>Makes the handler.</summary>
    /// <param name="transport">What carries the requests; the handler owns it.</param>
    /// <param name="time">The clock.</param>
    public SignInHandler(HttpMessageHandler transport, TimeProvider time)
        : base(new Dataverse.Handlers.TraceHandler(time) { InnerHandler = transport }) => _time = time;

    /// <summary>Who watches at present. One token is got at a time, so there is only one.</summary>
    public IDataverseObserver Observer { get; set; } = SilentObserver.Instance;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var progress = RequestProgress.Attach(request, Observer, safeToRepeat: false, _time, Timeout.InfiniteTimeSpan);
        progress.Attempt = 1;
        return base.SendAsync(request, cancellationToken);
    }
}
