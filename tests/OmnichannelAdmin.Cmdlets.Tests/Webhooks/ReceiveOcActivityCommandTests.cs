using System.Net;
using System.Net.Http.Json;
using OmnichannelAdmin.Cmdlets.Webhooks;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Webhooks;

public class ReceiveOcActivityCommandTests
{
    [Fact]
    public async Task It_ends_after_as_many_activities_as_asked_for_and_answers_each()
    {
        var pipeline = new RecordingPipeline();
        var receiving = CmdletBody.RunAsync(new ReceiveOcActivityCommand { Port = 0, Count = 2 }, pipeline);

        var first = await PostAsync(pipeline, "c-1");
        var second = await PostAsync(pipeline, "c-1");
        await receiving.InTime();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first, second]);
        Assert.Equal(2, pipeline.Output.OfType<Activity>().Count());
    }

    [Fact]
    public async Task It_ends_after_as_many_seconds_as_asked_for()
    {
        var pipeline = await CmdletBody.RunAsync(new ReceiveOcActivityCommand { Port = 0, TimeoutSeconds = 1 })
            .InTime();

        Assert.Empty(pipeline.Output);
        Assert.Empty(pipeline.Errors);
    }

    [Fact]
    public async Task What_was_answered_200_before_a_stop_is_all_written()
    {
        using var stop = new CancellationTokenSource();
        var pipeline = new RecordingPipeline();
        var receiving = CmdletBody.RunAsync(
            new ReceiveOcActivityCommand { Port = 0 }, pipeline, cancellationToken: stop.Token);
        await UrlAsync(pipeline);

        var answers = Enumerable.Range(0, 8).Select(async sender =>
        {
            var taken = 0;
            while (await PostOrFailAsync(pipeline, $"c-{sender}") == HttpStatusCode.OK)
                taken++;

            return taken;
        }).ToList();
        await WhenAsync(() => pipeline.Output.Count > 50);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving.InTime());

        Assert.Equal((await Task.WhenAll(answers)).Sum(), pipeline.Output.Count);
    }

    [Fact]
    public async Task A_refused_post_is_warned_about()
    {
        var pipeline = new RecordingPipeline();
        var receiving = CmdletBody.RunAsync(new ReceiveOcActivityCommand { Port = 0, Count = 1 }, pipeline);
        using var client = new HttpClient();

        using var answer = await client.PostAsync(await UrlAsync(pipeline), new StringContent("{}")).InTime();
        await PostAsync(pipeline, "c-1");
        await receiving.InTime();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("404", Assert.Single(pipeline.Warnings));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        var taken = new RecordingPipeline();
        using var stop = new CancellationTokenSource();
        var receiving = CmdletBody.RunAsync(
            new ReceiveOcActivityCommand { Port = 0 }, taken, cancellationToken: stop.Token);
        var port = (await UrlAsync(taken)).Port;

        var pipeline = await CmdletBody.RunAsync(new ReceiveOcActivityCommand { Port = port });
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving.InTime());

        Assert.Equal("PortNotFree", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task An_app_without_a_tenant_is_refused()
    {
        var pipeline = await CmdletBody.RunAsync(new ReceiveOcActivityCommand { Port = 0, AppId = Guid.NewGuid() });

        Assert.Equal("AppAndTenantNeeded", Assert.Single(pipeline.Errors).Id);
    }

    private static async Task<HttpStatusCode> PostAsync(RecordingPipeline pipeline, string conversation)
    {
        using var client = new HttpClient();
        using var answer = await client
            .PostAsJsonAsync(ActivitiesPath.Append(await UrlAsync(pipeline), conversation), new { type = "typing" })
            .InTime();
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode?> PostOrFailAsync(RecordingPipeline pipeline, string conversation)
    {
        try
        {
            return await PostAsync(pipeline, conversation);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<Uri> UrlAsync(RecordingPipeline pipeline)
    {
        await WhenAsync(() => pipeline.Information.Count > 0);
        return (Uri)pipeline.Information[0];
    }

    private static async Task WhenAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
    }
}
