using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Benchmarks;

/// <summary>The sandbox is to create 5,000 rows a second through $batch, and to page through 50,000.</summary>
[MemoryDiagnoser]
public class SandboxBenchmarks : IDisposable
{
    private const int Rows = 100_000;
    private const int OperationsOfABatch = 1_000;
    private const string Channels = "msdyn_occustommessagingchannels";

    private readonly List<byte[]> _batches =
        [.. Enumerable.Range(0, Rows / OperationsOfABatch).Select(_ => NewBatch())];

    private SandboxOrganization _full = new();

    /// <summary>Fills the organization that is paged through.</summary>
    [GlobalSetup]
    public async Task FillAsync()
    {
        _full.Dispose();
        _full = await FilledAsync();
    }

    /// <summary>Creates 100,000 rows in a new organization; told per row.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task CreateThroughBatch()
    {
        using SandboxOrganization organization = await FilledAsync();
    }

    /// <summary>Pages through 100,000 rows with two columns selected; told per row.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public async Task<int> ReadAllPages()
    {
        using var http = new HttpClient(_full.CreateHandler());
        int count = 0;
        var next = new Uri(_full.Settings.Url, $"api/data/v9.2/{Channels}?$select=msdyn_name,msdyn_webhookurl");
        while (next is not null)
        {
            using var page = JsonDocument.Parse(await http.GetByteArrayAsync(next));
            count += page.RootElement.GetProperty("value").GetArrayLength();
            next = page.RootElement.TryGetProperty("@odata.nextLink", out JsonElement link)
                ? new Uri(link.GetString()!)
                : null;
        }

        return count;
    }

    /// <summary>Ends the organization.</summary>
    public void Dispose()
    {
        _full.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<SandboxOrganization> FilledAsync()
    {
        var organization = new SandboxOrganization();
        using var http = new HttpClient(organization.CreateHandler());
        foreach (byte[] batch in _batches)
        {
            using var content = new ByteArrayContent(batch);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch");
            using HttpResponseMessage answer =
                await http.PostAsync(new Uri(organization.Settings.Url, "api/data/v9.2/$batch"), content);
            answer.EnsureSuccessStatusCode();
        }

        return organization;
    }

    private static byte[] NewBatch()
    {
        var text = new StringBuilder();
        for (int row = 0; row < OperationsOfABatch; row++)
        {
            text.Append("--batch\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append("POST /api/data/v9.2/").Append(Channels).Append(" HTTP/1.1\r\n")
                .Append("Content-Type: application/json\r\n\r\n")
                .Append("{\"msdyn_occustommessagingchannelid\":\"").Append(Guid.NewGuid())
                .Append("\",\"msdyn_name\":\"Channel\",\"msdyn_occustomchannelid\":192350005,")
                .Append("\"msdyn_webhookurl\":\"https://contoso.example.com\"}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("--batch--\r\n").ToString());
    }
}
