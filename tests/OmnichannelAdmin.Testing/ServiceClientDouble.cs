using System.Collections.Concurrent;
using System.Net;

namespace OmnichannelAdmin.Testing;

/// <summary>
/// A class of the shape that ServiceClient of Microsoft.PowerPlatform.Dataverse.Client has, in front of a handler: it
/// puts its own root before the path, and hides refusals in exceptions.
/// </summary>
public sealed class ServiceClientDouble(HttpMessageHandler handler, Uri organization) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(handler);
    private readonly ConcurrentQueue<string> _paths = new();

    /// <summary>The paths as they were given.</summary>
    public IReadOnlyList<string> Paths => [.. _paths];

    /// <summary>Where the client is connected.</summary>
    public Uri ConnectedOrgUriActual { get; } = new(
        organization, "XRMServices/2011/Organization.svc/web?SDKClientVersion=9.2");

    public void Dispose() => _invoker.Dispose();

    /// <summary>Sends a request.</summary>
    public async Task<HttpResponseMessage> ExecuteWebRequestAsync(
        HttpMethod method,
        string queryString,
        string body,
        Dictionary<string, List<string>> customHeaders,
        string? contentType = default,
        CancellationToken cancellationToken = default)
    {
        _paths.Enqueue(queryString);
        using var request = new HttpRequestMessage(method, $"{organization}api/data/v9.2/{queryString}");
        foreach (var (name, values) in customHeaders)
            request.Headers.TryAddWithoutValidation(name, values);

        if (body.Length > 0)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType ?? "application/json");
        }

        var response = await _invoker.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;

        var refusal = new ResponseWrapper(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => header.Value));
        throw new InvalidOperationException("Failed to execute the request.", new HttpOperationException(refusal));
    }

    /// <summary>The exception in which the answer hides.</summary>
    public sealed class HttpOperationException(ResponseWrapper response)
        : Exception("Operation returned an invalid status code.")
    {
        /// <summary>The answer.</summary>
        public ResponseWrapper Response { get; } = response;
    }

    /// <summary>The answer in that exception.</summary>
    public sealed record ResponseWrapper(
        HttpStatusCode StatusCode, string Content, IDictionary<string, IEnumerable<string>> Headers);
}
