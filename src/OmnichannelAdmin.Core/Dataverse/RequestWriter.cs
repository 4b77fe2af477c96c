using System.Net.Http.Headers;
using System.Text.Json;

namespace OmnichannelAdmin.Dataverse;

/// <summary>Gives a request its environment: URL, headers and body as they go over the wire.</summary>
internal sealed class RequestWriter(EnvironmentUrl environment, DataverseClientOptions options)
{
    private static readonly string[] RefusedHeaders = ["Authorization", "Host"];

    /// <summary>Makes the message of a request.</summary>
    /// <exception cref="OcValidationException">The path leads elsewhere, or a header may not be set.</exception>
    public HttpRequestMessage Write(DataverseRequest request)
    {
        // An empty body is one all the same: of a request without any, the transport would send some a second time by
        // itself when a kept-alive connection breaks, and nobody could tell.
        HttpContent? content = request.Method == HttpMethod.Get && request.Body is null
            ? null
            : new ByteArrayContent(Serialize(request));
        if (request.Body is not null)
            content!.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");

        return Write(request, content);
    }

    /// <summary>Makes the message of a request with a body of its own.</summary>
    public HttpRequestMessage Write(DataverseRequest request, HttpContent? content)
    {
        var message = new HttpRequestMessage(request.Method, Resolve(request.Path)) { Content = content };
        message.Headers.Add("x-ms-client-request-id", Guid.NewGuid().ToString());
        foreach (var (name, value) in HeadersOf(request))
            message.Headers.TryAddWithoutValidation(name, value);

        return message;
    }

    /// <summary>The headers of a request, the client's own settings included.</summary>
    /// <exception cref="OcValidationException">A header may not be set.</exception>
    public IReadOnlyDictionary<string, string> HeadersOf(DataverseRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Accept"] = "application/json",
            ["OData-Version"] = "4.0",
            ["OData-MaxVersion"] = "4.0",
        };
        AddWhenGiven(headers, "CallerObjectId", options.CallerObjectId?.ToString());
        AddWhenGiven(headers, "MSCRM.SolutionUniqueName", options.SolutionName);
        AddWhenGiven(headers, "If-Match", request.IfMatch);
        AddWhenGiven(headers, "If-None-Match", request.IfNoneMatch);
        if (request.Preferences.Count > 0)
            headers["Prefer"] = string.Join(", ", request.Preferences);

        foreach (var (name, value) in request.Headers)
            headers[name] = value;

        foreach (var (name, value) in headers)
            RefuseUnfit(name, value);

        return headers;
    }

    /// <summary>The URL that a path stands for.</summary>
    /// <exception cref="OcValidationException">It leads out of the environment, or is no URL.</exception>
    public Uri Resolve(string path)
    {
        // Asked of the result, since there are many ways to write a path that leads elsewhere: //host, \\host, http:…
        if (!Uri.TryCreate(environment.ApiRoot, path, out var url) || !environment.IsOriginOf(url))
        {
            throw new OcValidationException(
                "Path",
                "PathOutsideEnvironment",
                $"The path does not lie in the environment {environment}. Nothing was sent, since the sign-in token "
                + "would have gone along.");
        }

        if (url.Fragment.Length > 0)
        {
            throw new OcValidationException(
                "Path", "PathNotEscaped", "The path holds a # that is not escaped (%23); what follows would be lost.");
        }

        return url;
    }

    /// <summary>The body's bytes; empty for none.</summary>
    public static byte[] Serialize(DataverseRequest request) =>
        request.Body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(request.Body);

    private static void AddWhenGiven(Dictionary<string, string> headers, string name, string? value)
    {
        if (value is not null)
            headers[name] = value;
    }

    private static void RefuseUnfit(string name, string value)
    {
        if (RefusedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new OcValidationException(
                "Headers", "HeaderNotAllowed", $"The header {name} belongs to the connection and cannot be set.");
        }

        using var probe = new HttpRequestMessage();
        if (!probe.Headers.TryAddWithoutValidation(name, value) || value.Any(char.IsControl))
        {
            throw new OcValidationException(
                "Headers",
                "HeaderInvalid",
                $"'{name}' is no header that a request can have, or its value breaks a line.");
        }
    }
}
