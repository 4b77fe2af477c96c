using System.Net;
using System.Text;
using FsCheck.Fluent;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Messaging;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

public sealed class ActivityReceiverTests
{
    private const string Path = "/v3/conversations/c-1/activities";
    private const string Typing = """{"type":"typing"}""";

    [Fact]
    public async Task A_thousand_activities_of_sixteen_senders_all_arrive_in_order()
    {
        const int Senders = 16;
        const int Each = 63;
        await using var receiver = new ReceiverUnderTest();

        var statuses = await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            var answers = new List<HttpStatusCode>();
            foreach (var number in Enumerable.Range(0, Each))
                answers.Add(await receiver.PostAsync($$"""{"type":"message","text":"{{number}}"}""", $"c-{sender}"));

            return answers;
        }));

        Assert.All(statuses.SelectMany(status => status), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(Senders * Each, receiver.Received.Count);
        Assert.All(
            receiver.Received.GroupBy(activity => activity.ConversationId),
            conversation => Assert.Equal(
                Enumerable.Range(0, Each).Select(number => $"{number}"), conversation.Select(
                    activity => activity.Text)));
    }

    [Fact]
    public async Task An_activity_arrives_as_it_was_sent_and_knows_its_conversation()
    {
        await using var receiver = new ReceiverUnderTest();

        await receiver.PostAsync("""{"type":"typing","futureField":{"a":1.50}}""", "a%20b");

        var activity = Assert.Single(receiver.Received);
        Assert.Equal("""{"type":"typing","futureField":{"a":1.50}}""", activity.ToJson());
        Assert.Equal("a b", activity.ConversationId);
        Assert.NotNull(activity.ReceivedOn);
    }

    [Theory]
    [InlineData("/", 404)]
    [InlineData("/v3/conversations/c-1", 404)]
    [InlineData("/v3/conversations/c-1/activities/1", 404)]
    public async Task Another_path_is_answered_404(string path, int status)
    {
        await using var receiver = new ReceiverUnderTest();

        Assert.Equal(status, (int)await receiver.PostAsync(Encoding.UTF8.GetBytes(Typing), path));
    }

    [Fact]
    public async Task Another_method_is_answered_405()
    {
        await using var receiver = new ReceiverUnderTest();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, await receiver.PostAsync([], Path, method: HttpMethod.Get));
    }

    [Fact]
    public async Task What_is_no_JSON_is_answered_400_with_the_reason_told()
    {
        await using var receiver = new ReceiverUnderTest();

        Assert.Equal(HttpStatusCode.BadRequest, await receiver.PostAsync("{"));
        Assert.Contains("not JSON", Assert.Single(receiver.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_taken_and_a_byte_more_is_answered_413()
    {
        await using var receiver = new ReceiverUnderTest();
        var body = Encoding.UTF8.GetBytes(Typing.PadRight(ActivityReceiver.MaxBodyBytes));

        Assert.Equal(HttpStatusCode.OK, await receiver.PostAsync(body, Path));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await receiver.PostAsync([.. body, (byte)' '], Path));
    }

    [Fact]
    public async Task A_flood_of_malformed_bodies_leaves_it_serving()
    {
        await using var receiver = new ReceiverUnderTest();
        var bodies = Gen.Sample(ArbMap.Default.GeneratorFor<byte[]>(), 200, 300);

        var statuses = new List<HttpStatusCode>();
        foreach (var body in bodies)
            statuses.Add(await receiver.PostAsync(body, Path));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.OK, await receiver.PostAsync(Typing));
    }

    [Fact]
    public async Task All_examples_of_the_platform_are_taken()
    {
        await using var receiver = new ReceiverUnderTest();

        foreach (var example in ActivityExample.All)
            Assert.Equal(HttpStatusCode.OK, await receiver.PostAsync(example.Json));
    }

    [Fact]
    public async Task A_post_is_answered_only_when_its_activity_has_reached_the_consumer()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = new ReceiverUnderTest(consume: async _ =>
        {
            reached.SetResult();
            await goOn.Task;
        });

        var post = receiver.PostAsync(Typing);
        await reached.Task.InTime();
        var isAnsweredBefore = post.IsCompleted;
        goOn.SetResult();

        Assert.False(isAnsweredBefore);
        Assert.Equal(HttpStatusCode.OK, await post);
    }

    [Fact]
    public async Task A_post_that_waits_when_the_receiver_ends_is_told_to_come_back()
    {
        using var receiver = new ActivityReceiver(bearers: null, _ => { }, TimeProvider.System);
        using var request = Post();

        var answer = receiver.AnswerAsync(request, CancellationToken.None);
        receiver.Close();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await answer.InTime()).StatusCode);
    }

    [Fact]
    public async Task A_post_that_nobody_consumes_is_told_to_come_back_before_the_platform_gives_up()
    {
        var time = new ManualTimeProvider();
        using var receiver = new ActivityReceiver(bearers: null, _ => { }, time);
        using var request = Post();

        var answer = receiver.AnswerAsync(request, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await answer.InTime()).StatusCode);
    }

    [Fact]
    public async Task A_post_too_many_is_told_to_come_back_at_once()
    {
        using var receiver = new ActivityReceiver(bearers: null, _ => { }, new ManualTimeProvider());
        var requests = Enumerable.Range(0, 257).Select(_ => Post()).ToList();

        var answers = requests.Select(request => receiver.AnswerAsync(request, CancellationToken.None)).ToList();
        var last = await answers[^1].InTime();
        var waiting = answers.Count(answer => !answer.IsCompleted);
        receiver.Close();
        await Task.WhenAll(answers).InTime();
        requests.ForEach(request => request.Dispose());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, last.StatusCode);
        Assert.Equal(256, waiting);
    }

    [Fact]
    public async Task A_post_whose_sender_has_gone_is_not_handed_over()
    {
        using var receiver = new ActivityReceiver(bearers: null, _ => { }, TimeProvider.System);
        using var gone = new CancellationTokenSource();
        using var first = Post();
        using var second = Post();
        var received = new List<Activity>();

        var abandoned = receiver.AnswerAsync(first, gone.Token);
        await gone.CancelAsync();
        await abandoned.InTime();
        var answered = receiver.AnswerAsync(second, CancellationToken.None);
        await receiver.ConsumeAsync(
            activity =>
            {
                received.Add(activity);
                return Task.CompletedTask;
            },
            count: 1,
            CancellationToken.None);

        Assert.Single(received);
        Assert.Equal(HttpStatusCode.OK, (await answered.InTime()).StatusCode);
    }

    [Fact]
    public async Task A_post_whose_consumer_fails_is_told_to_come_back()
    {
        using var receiver = new ActivityReceiver(bearers: null, _ => { }, TimeProvider.System);
        using var request = Post();

        var answer = receiver.AnswerAsync(request, CancellationToken.None);
        await Assert.ThrowsAsync<OperationCanceledException>(() => receiver.ConsumeAsync(
            _ => throw new OperationCanceledException(), count: 1, CancellationToken.None));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await answer.InTime()).StatusCode);
    }

    private static HttpRequestMessage Post() =>
        new(HttpMethod.Post, $"http://127.0.0.1{Path}") { Content = new StringContent(Typing) };
}
