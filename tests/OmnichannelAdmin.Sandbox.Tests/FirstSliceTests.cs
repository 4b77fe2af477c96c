using System.Net;

namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class ChannelTests : SandboxTest
{
    [Fact]
    public async Task A_channel_is_created_read_changed_and_deleted()
    {
        var created = await Client.PostAsync(Channels, $$"""
            {"msdyn_name":"Contoso web","msdyn_occustomchannelid":192350005,
             "msdyn_appid":"9f6c021d-1234-4abc-8df7-123456789abc","msdyn_webhookurl":"https://contoso-bot.example.com",
             "msdyn_liveworkstreamid@odata.bind":"/msdyn_liveworkstreams({{Workstream}})"}
            """);
        Assert.Equal(HttpStatusCode.NoContent, created.Status);
        var path = new Uri(created.Headers["OData-EntityId"]).Segments[^1];

        var read = await Client.GetAsync($"{path}?$select=msdyn_name,_msdyn_liveworkstreamid_value", """Prefer: odata.include-annotations="*" """);
        Assert.Equal("Contoso web", (string?)read.Json["msdyn_name"]);
        Assert.Equal("Messaging workstream", (string?)read.Json["_msdyn_liveworkstreamid_value@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("msdyn_liveworkstream", (string?)read.Json["_msdyn_liveworkstreamid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);

        var changed = await Client.PatchAsync(path, """{"msdyn_webhookurl":"https://bot2.example.com"}""", $"If-Match: {read.Json["@odata.etag"]}", "Prefer: return=representation");
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("https://bot2.example.com", (string?)changed.Json["msdyn_webhookurl"]);
        var stale = await Client.PatchAsync(path, """{"msdyn_webhookurl":"https://bot3.example.com"}""", $"If-Match: {read.Json["@odata.etag"]}");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "0x80060882"), (stale.Status, stale.ErrorCode));

        Assert.Equal(HttpStatusCode.NoContent, (await Client.DeleteAsync(path)).Status);
        var gone = await Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "0x80040217"), (gone.Status, gone.ErrorCode));
    }

    [Theory]
    [InlineData("GET", "WhoAmI", null, 200, null)]
    [InlineData("GET", "RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'", null, 200, null)]
    [InlineData("GET", "EntityDefinitions(LogicalName='queue')?$select=IsOptimisticConcurrencyEnabled", null, 200, null)]
    [InlineData("GET", "EntityDefinitions(LogicalName='queue')?$expand=Attributes($select=LogicalName)", null, 200, null)]
    [InlineData("GET", "msdyn_oclanguages?$select=msdyn_languagename&$filter=contains(msdyn_languagename,'germ')&$orderby=msdyn_localeid desc&$count=true", null, 200, null)]
    [InlineData("GET", "msdyn_oclanguages/$count", null, 200, null)]
    [InlineData("GET", "msdyn_liveworkstreams?$expand=msdyn_defaultqueue($select=name)", null, 200, null)]
    [InlineData("GET", "msdyn_liveworkstreams?$expand=ownerid", null, 200, null)]
    [InlineData("GET", "nosuchset", null, 404, "0x8006088a")]
    [InlineData("GET", "queues?$skip=1", null, 400, "0x80060888")]
    [InlineData("GET", "queues?$select=nope", null, 400, "0x0")]
    [InlineData("POST", Channels, """{"nope":1}""", 400, "0x0")]
    [InlineData("POST", Channels, """{"Msdyn_Liveworkstreamid@odata.bind":"/msdyn_liveworkstreams(00000000-0000-0000-0000-000000000001)"}""", 400, "0x80048d19")]
    [InlineData("POST", Channels, """{"msdyn_name":5}""", 400, "0x80048d19")]
    [InlineData("POST", Channels, """{"msdyn_occustomchannelid":1}""", 400, "0x8004431a")]
    [InlineData("POST", Channels, """{"msdyn_liveworkstreamid@odata.bind":"/msdyn_liveworkstreams(00000000-0000-0000-0000-000000000001)"}""", 404, "0x80040217")]
    [InlineData("POST", Channels, """{"statecode":1,"statuscode":1}""", 400, "0x80048408")]
    public async Task Requests_are_answered(string method, string path, string? body, int status, string? code)
    {
        var answer = await Client.SendAsync(method, path, body);
        Assert.Equal((status, code), ((int)answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Pages()
    {
        for (var i = 0; i < 25; i++)
            await CreateChannelAsync($"c{i:00}");
        foreach (var query in new[] { $"{Channels}?$select=msdyn_name", $"{Channels}?$select=msdyn_name&$orderby=msdyn_occustomchannelid,msdyn_name desc", $"{Channels}?$filter=startswith(msdyn_name,'c1')" })
        {
            var seen = new List<string?>();
            string? next = query;
            while (next is not null)
            {
                var page = await Client.GetAsync(next, "Prefer: odata.maxpagesize=4");
                Assert.True(page.Status == HttpStatusCode.OK, page.Text);
                seen.AddRange(page.Names("msdyn_name"));
                next = page.NextLink;
            }
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Equal(query.Contains("filter") ? 10 : 25, seen.Count);
        }
    }

    [Fact]
    public async Task Batch()
    {
        string Part(int id, string request, string? body) => $"--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {id}\r\n\r\n{request} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{body}\r\n";
        var batch = "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
            + Part(1, "POST /api/data/v9.2/msdyn_liveworkstreams", """{"msdyn_name":"w"}""")
            + Part(2, "POST /api/data/v9.2/" + Channels, """{"msdyn_name":"x","msdyn_liveworkstreamid@odata.bind":"$1"}""")
            + Part(3, "PATCH $2", """{"msdyn_name":"y"}""")
            + Part(4, "PUT $2/msdyn_liveworkstreamid/$ref", """{"@odata.id":"$1"}""")
            + "--c--\r\n--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET /api/data/v9.2/" + Channels + "?$expand=msdyn_liveworkstreamid($select=msdyn_name) HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n--b--\r\n";
        var answer = await Client.PostAsync("$batch", batch, "Content-Type: multipart/mixed; boundary=b");
        Assert.True(answer.Status == HttpStatusCode.OK && answer.Text.Contains("\"msdyn_name\":\"y\"") && answer.Text.Contains("\"msdyn_name\":\"w\""), answer.Text);
    }
}
