namespace OmnichannelAdmin.Testing;

/// <summary>
/// A network in memory: each host is a handler, and every other host is unknown. It keeps the requests.
/// </summary>
public sealed class HostRouter : HttpMessageHandler
{
    private readonly Dictionary<string, HttpMessageInvoker> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Uri> _requests = [];

    /// <summary>The URLs that were asked for, in order.</summary>
    public IReadOnlyList<Uri> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Adds a host.</summary>
    public HostRouter With(string host, HttpMessageHandler handler)
    {
        _hosts[host] = new HttpMessageInvoker(handler, disposeHandler: false);
        return this;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_requests)
            _requests.Add(request.RequestUri!);

        return _hosts.TryGetValue(request.RequestUri!.Host, out var host)
            ? host.SendAsync(request, cancellationToken)
            : throw new HttpRequestException(
                HttpRequestError.NameResolutionError, $"{request.RequestUri.Host} is not known.");
    }
}
