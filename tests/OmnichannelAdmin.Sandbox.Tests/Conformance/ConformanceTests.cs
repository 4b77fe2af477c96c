using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

public sealed class ConformanceTests : IDisposable
{
    private readonly ConformanceFixture _fixture = new();

    public static TheoryData<string> Cases => new(ConformanceSuite.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_handler_answers_as_Dataverse_does(string name)
    {
        var answer = await AnswerAsync(ConformanceSuite.All[name], server: null);

        AssertAnswered(ConformanceSuite.All[name], answer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_loopback_server_answers_the_same(string name)
    {
        await using var server = LoopbackServer.Start(_fixture.Organization.CreateHandler());
        var answer = await AnswerAsync(ConformanceSuite.All[name], server);

        AssertAnswered(ConformanceSuite.All[name], answer);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_OData_client_can_read_the_answer(string name)
    {
        var answer = await AnswerAsync(ConformanceSuite.All[name], server: null);
        var isJson = answer.Headers.GetValueOrDefault("Content-Type", string.Empty)
            .StartsWith("application/json", StringComparison.Ordinal);

        var failure = isJson ? Record.Exception(() => AnswerJudge.Read(answer)) : null;
        Assert.True(failure is null, $"{failure?.Message}\n{answer.Text}");
    }

    [Fact]
    public void There_are_at_least_250_cases() => Assert.InRange(ConformanceSuite.All.Count, 250, int.MaxValue);

    [Fact]
    public void Every_case_names_its_source() =>
        Assert.DoesNotContain(ConformanceSuite.All.Values, item => string.IsNullOrWhiteSpace(item.Source));

    public void Dispose() => _fixture.Dispose();

    private async Task<SandboxAnswer> AnswerAsync(ConformanceCase item, LoopbackServer? server)
    {
        using var administrator = _fixture.ClientOf("admin", server);
        foreach (var earlier in item.Given)
        {
            var done = await SendAsync(administrator, earlier.Send, earlier.Body?.ToJsonString());
            Assert.True(
                earlier.Status is null ? (int)done.Status < 300 : (int)done.Status == earlier.Status,
                $"{earlier.Send} was answered {(int)done.Status}: {done.Text}");
        }

        using var client = _fixture.ClientOf(item.As, server);
        var headers = item.Headers.Select(header => $"{header.Key}: {_fixture.Fill(header.Value)}").ToArray();
        return await SendAsync(client, item.Send, item.Text ?? item.Body?.ToJsonString(), headers);
    }

    private Task<SandboxAnswer> SendAsync(SandboxClient client, string send, string? body, params string[] headers)
    {
        var parts = _fixture.Fill(send).Split(' ', 2);
        return client.SendAsync(parts[0], parts[1], body is null ? null : _fixture.Fill(body), headers);
    }

    private void AssertAnswered(ConformanceCase item, SandboxAnswer answer)
    {
        Assert.True(
            item.Status == (int)answer.Status && item.Code == answer.ErrorCode,
            $"Expected {item.Status} {item.Code}, found {(int)answer.Status} {answer.ErrorCode}: {answer.Text}");
        if (item.Expect is not null)
        {
            var expected = System.Text.Json.Nodes.JsonNode.Parse(_fixture.Fill(item.Expect.ToJsonString()));
            var differences = string.Join('\n', JsonShape.Differences(expected, answer.Json));
            Assert.True(differences.Length == 0, $"{differences}\n{answer.Text}");
        }

        if (item.AnswerText is not null)
            Assert.Equal(item.AnswerText, answer.Text);
        foreach (var (name, value) in item.AnswerHeaders)
        {
            var found = answer.Headers.GetValueOrDefault(name);
            Assert.True(JsonShape.Fits(_fixture.Fill(value), found), $"{name}: expected {value}, found {found}");
        }
    }
}
