using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Carries requests to an organization and its answers back, or breaks as a fault demands.</summary>
internal sealed class SandboxHandler(SandboxOrganization organization, Guid? userId) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var incoming = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var exchange = new Exchange(organization, incoming, userId);
        var fault = organization.Faults.Take(incoming.Method, incoming.Url);

        // Once the request is taken in, the organization finishes it whether or not its caller still waits, as a server
        // does; only a delay before that ends with the caller.
        switch (fault?.Kind)
        {
            case FaultKind.Delay:
                await Task.Delay(fault.Lateness, organization.Settings.Time, cancellationToken).ConfigureAwait(false);
                break;
            case FaultKind.CutBeforeWrite:
                exchange.NoteBroken();
                throw Broken();
            case FaultKind.Answer or FaultKind.NonJsonBody:
                return ToMessage(exchange.Answer(fault), request);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var response = exchange.Execute(breaks: fault?.Kind == FaultKind.CutAfterWrite);
        if (fault?.Kind == FaultKind.CutAfterWrite)
            throw Broken();

        var message = ToMessage(response, request);
        if (fault?.Kind == FaultKind.TruncateBody)
            message.Content = new TruncatedContent(response.Body, response.ContentType ?? SandboxResponse.Json);
        return message;
    }

    private static async Task<SandboxRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null
            ? []
            : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var url = request.RequestUri is { IsAbsoluteUri: true } absolute
            ? absolute
            : throw new InvalidOperationException("The sandbox needs the absolute URL of a request.");
        return new SandboxRequest(request.Method.Method.ToUpperInvariant(), url, ReadHeaders(request), body);
    }

    private static Dictionary<string, string> ReadHeaders(HttpRequestMessage request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var all = request.Content is null
            ? request.Headers.NonValidated
            : request.Headers.NonValidated.Concat(request.Content.Headers.NonValidated);
        foreach (var (name, values) in all)
            headers[name] = string.Join(name == "User-Agent" ? " " : ", ", values);
        return headers;
    }

    private static HttpResponseMessage ToMessage(SandboxResponse response, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage(response.Status) { RequestMessage = request };
        message.Content = new ReadOnlyMemoryContent(response.Body);
        if (response.ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    // A client whose connection ends early cannot know whether its request was carried out.
    private static HttpRequestException Broken() => new(
        HttpRequestError.ResponseEnded, "The connection to the sandbox broke, as a fault in its queue demands.");
}
