namespace OmnichannelAdmin.Testing;

/// <summary>A request as it reached the transport.</summary>
public sealed record RecordedRequest(
    HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The fields of a body that is a form.</summary>
    public IReadOnlyDictionary<string, string> Form => Fields(Body);

    /// <summary>The fields of the query.</summary>
    public IReadOnlyDictionary<string, string> Query => Fields(Url.Query.TrimStart('?'));

    /// <summary>Everything that was sent, as one text to search for what must not be in it.</summary>
    public string Everything =>
        string.Join('\n', Headers.Select(h => $"{h.Key}: {h.Value}").Prepend($"{Method} {Url}").Append(Body));

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Keeps what a request holds, since it is disposed of with its answer.</summary>
    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return new RecordedRequest(request.Method, request.RequestUri!, headers, body);
    }

    private static Dictionary<string, string> Fields(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.Split('=', 2))
        .ToDictionary(
            parts => parts[0], parts => Uri.UnescapeDataString(parts.ElementAtOrDefault(1)?.Replace('+', ' ') ?? ""));
}
