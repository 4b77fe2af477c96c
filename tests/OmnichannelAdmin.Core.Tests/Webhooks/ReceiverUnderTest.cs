using System.Collections.Concurrent;
using System.Net;
using System.Text;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Sandbox.Loopback;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

/// <summary>A receiver on a real socket, and a consumer that keeps what comes in.</summary>
internal sealed class ReceiverUnderTest : IAsyncDisposable
{
    private readonly ConcurrentQueue<Activity> _received = new();
    private readonly ConcurrentQueue<string> _refusals = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ActivityReceiver _receiver;
    private readonly LoopbackServer _server;
    private readonly HttpClient _http;
    private readonly Task _consuming;

    public ReceiverUnderTest(
        BearerRules? bearers = null, Func<Activity, Task>? consume = null, TimeProvider? time = null)
    {
        _receiver = new ActivityReceiver(bearers, _refusals.Enqueue, time ?? TimeProvider.System);
        _server = LoopbackServer.Start(
            _receiver.AnswerAsync, new LoopbackOptions { MaxBodyBytes = ActivityReceiver.MaxBodyBytes });
        _http = new HttpClient { BaseAddress = _server.Url };
        _consuming = ConsumeAsync(consume ?? KeepAsync);
    }

    public IReadOnlyList<Activity> Received => [.. _received];

    public IReadOnlyList<string> Refusals => [.. _refusals];

    public Task<HttpStatusCode> PostAsync(string json, string conversation = "c-1", string? bearer = null) =>
        PostAsync(Encoding.UTF8.GetBytes(json), $"/hook/v3/conversations/{conversation}/activities", bearer);

    public async Task<HttpStatusCode> PostAsync(
        byte[] body, string path, string? bearer = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(
            method ?? HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");

        using var response = await _http.SendAsync(request).InTime();
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _consuming;
        _receiver.Close();
        _http.Dispose();
        await _server.DisposeAsync();
        _receiver.Dispose();
        _stop.Dispose();
    }

    private Task KeepAsync(Activity activity)
    {
        _received.Enqueue(activity);
        return Task.CompletedTask;
    }

    private async Task ConsumeAsync(Func<Activity, Task> consume)
    {
        try
        {
            await _receiver.ConsumeAsync(consume, count: null, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
