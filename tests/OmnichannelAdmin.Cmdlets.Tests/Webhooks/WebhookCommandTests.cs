using System.Collections;
using System.Net;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Webhooks;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing;
using OmnichannelAdmin.Testing.Webhooks;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Tests.Webhooks;

/// <summary>The two cmdlets that post, against a webhook on a real socket with real TLS.</summary>
public sealed class WebhookCommandTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly WebhookUnderTest _webhook;

    public WebhookCommandTests()
    {
        using var certificate = _authority.Issue();
        _webhook = new WebhookUnderTest(
            certificate, bearer => bearer == "right" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    public async ValueTask DisposeAsync()
    {
        await _webhook.DisposeAsync();
        _authority.Dispose();
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_test_answers_with_one_result()
    {
        var pipeline = await CmdletBody.RunAsync(Test("right"));

        var result = Assert.IsType<OcTestResult>(Assert.Single(pipeline.Output));
        Assert.True(result.Passed);
        Assert.Equal($"Contoso web ({_webhook.Url})", result.Subject);
    }

    [Fact]
    public async Task A_test_says_how_often_it_posts_and_where()
    {
        var pipeline = await CmdletBody.RunAsync(Test("right"), agrees: false);

        Assert.Equal($"Post up to 5 typing activities to the webhook {_webhook.Url}.", Assert.Single(pipeline.Actions));
        Assert.Empty(_webhook.Posts);
    }

    [Fact]
    public async Task NoPost_neither_asks_nor_posts()
    {
        var pipeline = await CmdletBody.RunAsync(Test("right"), switches: ["NoPost"]);

        Assert.Empty(pipeline.Actions);
        Assert.Empty(_webhook.Posts);
        var result = Assert.IsType<OcTestResult>(Assert.Single(pipeline.Output));
        Assert.Equal(
            CheckOutcome.Skipped, result.Checks.Single(check => check.Name == WebhookCheckNames.Answer).Outcome);
    }

    [Theory]
    [InlineData("right", true)]
    [InlineData("wrong", false)]
    public async Task Quiet_answers_with_a_boolean(string bearer, bool passed)
    {
        var pipeline = await CmdletBody.RunAsync(Test(bearer), switches: ["Quiet"]);

        Assert.Equal(passed, Assert.Single(pipeline.Output));
    }

    [Fact]
    public async Task A_message_is_sent_to_its_conversation()
    {
        var pipeline = await CmdletBody.RunAsync(Send("right", command =>
        {
            command.Text = "Hello";
            command.ConversationId = "c-1";
            command.Attachment = [new Hashtable { ["contenttype"] = "text/plain", ["Name"] = "a.txt" }];
        }));

        Assert.True(Assert.IsType<ActivityDelivery>(Assert.Single(pipeline.Output)).Delivered);
        var sent = Activity.Parse(Assert.Single(_webhook.Posts).Body);
        Assert.Equal("Hello", sent.Text);
        Assert.Equal("a.txt", Assert.Single(sent.Attachments).Name);
        Assert.EndsWith("/c-1/activities", _webhook.Posts[0].Url.AbsolutePath);
    }

    [Fact]
    public async Task Typing_and_events_are_sent_in_their_form()
    {
        await CmdletBody.RunAsync(Send("right", _ => { }), switches: ["Typing"]);
        await CmdletBody.RunAsync(Send("right", command => command.EventName = "AgentAccepted"));

        Assert.Equal(
            [ActivityKind.Typing, ActivityKind.Event], _webhook.Posts.Select(post => Activity.Parse(post.Body).Kind));
    }

    [Fact]
    public async Task A_whole_activity_is_sent_as_it_is()
    {
        const string Json = """{"type":"x-future","conversation":{"id":"c-2"},"n":1.50}""";

        await CmdletBody.RunAsync(Send("right", command => command.Activity = Json));

        Assert.Equal(Json, Assert.Single(_webhook.Posts).Body);
    }

    [Fact]
    public async Task An_activity_that_nobody_takes_is_an_error_beside_the_delivery()
    {
        var pipeline = await CmdletBody.RunAsync(Send("wrong", command => command.Text = "Hello"));

        Assert.False(Assert.IsType<ActivityDelivery>(Assert.Single(pipeline.Output)).Delivered);
        Assert.Equal("ActivityDropped", Assert.Single(pipeline.Errors).Id);
        Assert.Equal(4, _webhook.Posts.Count);
    }

    [Fact]
    public async Task WhatIf_sends_nothing()
    {
        await CmdletBody.RunAsync(Send("right", command => command.Text = "Hello"), agrees: false);

        Assert.Empty(_webhook.Posts);
    }

    [Fact]
    public async Task A_message_of_nothing_is_refused()
    {
        var pipeline = await CmdletBody.RunAsync(Send("right", _ => { }));

        Assert.Equal("ActivityIsEmpty", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task An_attachment_with_a_misspelt_key_is_refused()
    {
        var pipeline = await CmdletBody.RunAsync(
            Send("right", command => command.Attachment = [new Hashtable { ["ContentTyp"] = "text/plain" }]));

        Assert.Equal("AttachmentInvalid", Assert.Single(pipeline.Errors).Id);
    }

    private TestOcWebhookCommand Test(string bearer) => new()
    {
        Webhook = new WebhookTarget(_webhook.Url, _webhook.Url, "Contoso web"),
        Bearer = new(bearer, "AccessToken"),
        TrustedRoot = [.. _authority.Roots],
    };

    private SendOcActivityCommand Send(string bearer, Action<SendOcActivityCommand> change)
    {
        var command = new SendOcActivityCommand
        {
            Webhook = new WebhookTarget(_webhook.Url, _webhook.Url),
            Bearer = new(bearer, "AccessToken"),
            TrustedRoot = [.. _authority.Roots],
            Time = new ManualTimeProvider { AutoAdvance = true },
        };
        change(command);
        return command;
    }
}
