namespace OmnichannelAdmin.TestCloud;

/// <summary>A request as it reached the cloud.</summary>
public sealed record CloudRequest(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The fields of a body that is a form.</summary>
    public IReadOnlyDictionary<string, string> Form => Fields(Body);

    /// <summary>The fields of the query.</summary>
    public IReadOnlyDictionary<string, string> Query => Fields(Url.Query.TrimStart('?'));

    /// <summary>Everything that was sent, as one text to search for what must not be in it.</summary>
    public string Everything =>
        string.Join('\n', Headers.Select(h => $"{h.Key}: {h.Value}").Prepend($"{Method} {Url}").Append(Body));

    /// <summary>Reads a request.</summary>
    public static async Task<CloudRequest> ReadAsync(HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return new CloudRequest(request.Method.Method, request.RequestUri!, headers, body);
    }

    private static Dictionary<string, string> Fields(string text) => text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.Split('=', 2))
        .ToDictionary(
            parts => parts[0], parts => Uri.UnescapeDataString(parts.ElementAtOrDefault(1)?.Replace('+', ' ') ?? ""));
}
