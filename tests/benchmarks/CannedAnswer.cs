using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OmnichannelAdmin.Benchmarks;

/// <summary>A transport that gives the same answer each time, made once.</summary>
internal sealed class CannedAnswer : HttpMessageHandler
{
    private readonly byte[] _body;
    private readonly MediaTypeHeaderValue _type;

    private CannedAnswer(string body, string type)
    {
        _body = Encoding.UTF8.GetBytes(body);
        _type = MediaTypeHeaderValue.Parse(type);
    }

    /// <summary>A page of custom messaging channels.</summary>
    public static CannedAnswer Page(int rows)
    {
        IEnumerable<string> channels = Enumerable.Range(0, rows).Select(row => $$"""
            {
              "@odata.etag": "W/\"{{row}}\"",
              "msdyn_occustommessagingchannelid": "{{Id(row)}}",
              "msdyn_name": "Contoso web {{row}}",
              "msdyn_occustomchannelid": 192350005,
              "msdyn_appid": "9f6c021d-1234-4abc-8df7-123456789abc",
              "msdyn_tenantid": "9f6c021d-1234-4abc-8df7-123456789abc",
              "msdyn_webhookurl": "https://bot{{row}}.example.com",
              "statecode": 0
            }
            """);
        return new CannedAnswer($$"""{ "value": [{{string.Join(',', channels)}}] }""", "application/json");
    }

    /// <summary>The answer to a batch of single requests, all of them carried out.</summary>
    public static CannedAnswer Batch(int operations)
    {
        const string Part = "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + "HTTP/1.1 204 No Content\r\nOData-Version: 4.0\r\n\r\n\r\n";
        string parts = string.Concat(Enumerable.Repeat(Part, operations));
        return new CannedAnswer(parts + "--b--\r\n", "multipart/mixed; boundary=b");
    }

    /// <summary>The GUID of a row.</summary>
    public static Guid Id(int row) => new(row, 0, 0, new byte[8]);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = new(HttpStatusCode.OK) { Content = new ByteArrayContent(_body) };
        answer.Content.Headers.ContentType = _type;
        return Task.FromResult(answer);
    }
}
