using System.Net;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Webhooks;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

public sealed class ActivitySenderTests(WebhookCertificates certificates) : IClassFixture<WebhookCertificates>
{
    private static readonly Activity Message =
        new ActivityDraft { ConversationId = "c 1", Text = "Hello" }.ToActivity();

    private readonly ManualTimeProvider _time = new() { AutoAdvance = true };

    [Fact]
    public async Task An_activity_that_is_answered_200_is_delivered_once()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, _ => HttpStatusCode.OK);

        var delivery = await SendAsync(webhook);

        Assert.True(delivery.Delivered);
        Assert.Equal("/hook/v3/conversations/c%201/activities", Assert.Single(webhook.Posts).Url.AbsolutePath);
        Assert.Equal(Message.ToJson(), webhook.Posts[0].Body);
    }

    [Fact]
    public async Task An_activity_is_tried_three_times_more_and_then_dropped()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, _ => HttpStatusCode.ServiceUnavailable);

        var delivery = await SendAsync(webhook);

        Assert.False(delivery.Delivered);
        Assert.Equal(4, webhook.Posts.Count);
        Assert.Equal(3, _time.Delays.Count);
    }

    [Fact]
    public async Task An_activity_that_is_taken_at_the_second_attempt_is_delivered()
    {
        var calls = 0;
        await using var webhook = new WebhookUnderTest(
            certificates.Good, _ => Interlocked.Increment(ref calls) == 1
                ? HttpStatusCode.BadGateway
                : HttpStatusCode.OK);

        var delivery = await SendAsync(webhook);

        Assert.True(delivery.Delivered);
        Assert.Equal(
            [HttpStatusCode.BadGateway, HttpStatusCode.OK], delivery.Attempts.Select(attempt => attempt.Status));
    }

    [Fact]
    public async Task A_webhook_has_ten_seconds_for_an_attempt()
    {
        var time = new ManualTimeProvider();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isFirst = true;
        await using var webhook = new WebhookUnderTest(certificates.Good, async (_, cancellationToken) =>
        {
            if (!isFirst)
                return HttpStatusCode.OK;

            isFirst = false;
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return HttpStatusCode.OK;
        });
        using var sender = new ActivitySender(certificates.Roots, time);

        var sending = sender.SendAsync(webhook.Url, Message, bearer: null, CancellationToken.None);
        await arrived.Task.InTime();
        time.Advance(TimeSpan.FromSeconds(9.9));
        var beforeTheLimit = time.Delays.Count;
        time.Advance(TimeSpan.FromSeconds(0.1));
        await time.WhenDelaysAskedForAsync(1);
        time.Advance(TimeSpan.FromSeconds(1));
        var delivery = await sending.InTime();

        Assert.Equal(0, beforeTheLimit);
        Assert.Equal("not within 10 s", delivery.Attempts[0].Failure);
        Assert.True(delivery.Delivered);
    }

    [Fact]
    public async Task A_bearer_goes_along()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, _ => HttpStatusCode.OK);

        await SendAsync(webhook, bearer: "abc");

        Assert.Equal("Bearer abc", webhook.Posts[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, _ => HttpStatusCode.TemporaryRedirect);

        Assert.False((await SendAsync(webhook)).Delivered);
    }

    [Fact]
    public async Task A_server_with_a_certificate_that_is_not_trusted_gets_nothing()
    {
        await using var webhook = new WebhookUnderTest(certificates.SelfSigned, _ => HttpStatusCode.OK);

        var delivery = await SendAsync(webhook);

        Assert.False(delivery.Delivered);
        Assert.Empty(webhook.Posts);
    }

    [Theory]
    [InlineData("http://bot.example.com", "WebhookUrlNotHttps")]
    [InlineData("bot.example.com", "WebhookUrlNotHttps")]
    public async Task Plain_HTTP_is_for_this_machine_only(string address, string rule)
    {
        using var sender = new ActivitySender(trustedRoots: null, _time);

        var refusal = await Assert.ThrowsAsync<OcValidationException>(
            () =>
                sender.SendAsync(
                    new Uri(address, UriKind.RelativeOrAbsolute), Message, bearer: null, CancellationToken.None));

        Assert.Equal(rule, refusal.Rule);
    }

    [Fact]
    public async Task An_activity_without_a_conversation_is_refused()
    {
        using var sender = new ActivitySender(trustedRoots: null, _time);

        var refusal = await Assert.ThrowsAsync<OcValidationException>(() => sender.SendAsync(
            new Uri("https://bot.example.com"), Activity.Parse("""{"type":"typing"}"""), bearer: null, CancellationToken.None));

        Assert.Equal("ActivityHasNoConversation", refusal.Rule);
    }

    private async Task<ActivityDelivery> SendAsync(WebhookUnderTest webhook, string? bearer = null)
    {
        using var sender = new ActivitySender(certificates.Roots, _time);
        return await sender.SendAsync(webhook.Url, Message, bearer, CancellationToken.None).InTime();
    }
}
