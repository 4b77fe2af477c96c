namespace OmnichannelAdmin.Testing;

/// <summary>A request as it reached the transport.</summary>
public sealed record RecordedRequest(
    HttpMethod Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
