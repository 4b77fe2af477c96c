using System.Net.Http.Headers;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Tests;

/// <summary>A plain HTTP client of a sandbox: what it sends is what the test wrote.</summary>
internal sealed class SandboxClient(HttpMessageHandler handler, Uri environment) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(handler);

    public SandboxClient(SandboxOrganization organization)
        : this(organization.CreateHandler(), organization.Settings.Url)
    {
    }

    public Uri Root { get; } = new(environment, "api/data/v9.2/");

    /// <summary>The bearer token of its requests, or null for none.</summary>
    public string? Token { get; init; }

    public Task<SandboxAnswer> GetAsync(string path, params string[] headers) => SendAsync("GET", path, null, headers);

    public Task<SandboxAnswer> PostAsync(string path, string body, params string[] headers) =>
        SendAsync("POST", path, body, headers);

    public Task<SandboxAnswer> PatchAsync(string path, string body, params string[] headers) =>
        SendAsync("PATCH", path, body, headers);

    public Task<SandboxAnswer> DeleteAsync(string path, params string[] headers) =>
        SendAsync("DELETE", path, null, headers);

    /// <summary>Sends a request; a header is written "Name: value", and Content-Type may be among them.</summary>
    public async Task<SandboxAnswer> SendAsync(string method, string path, string? body, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Root, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var header in headers)
            Add(request, header.Split(": ", 2));

        using var response = await _http.SendAsync(request, CancellationToken.None);
        var text = await response.Content.ReadAsStringAsync();
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase);
        return new SandboxAnswer(response.StatusCode, text, all);
    }

    public void Dispose() => _http.Dispose();

    private static void Add(HttpRequestMessage request, string[] header)
    {
        if (header[0] == "Content-Type")
            request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
        else
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
    }
}
