using System.Text.Json.Nodes;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Messaging;

namespace OmnichannelAdmin.Core.Tests.Messaging;

public class ActivityDraftTests
{
    private static readonly ActivityDraft Draft = new()
    {
        ConversationId = "7d3c6f0e-4a51-4d0b-9a55-2f6b1c0e9a11",
        ChannelId = "3b0d7c52-6b1e-4d7f-8d3e-5a9f0f6c2e44",
    };

    private static readonly ActivityParty Agent = new("8:acs:agent-41", "Mara Lind");

    [Fact]
    public void A_message_is_as_the_platform_writes_it() =>
        Same("webhook-message", Draft with { From = Agent, Text = "Hello, I can help with your **order**." });

    [Fact]
    public void An_attachment_is_as_the_platform_writes_it() => Same("webhook-attachment", Draft with
    {
        From = Agent,
        Attachments =
        [
            new ActivityAttachment
            {
                ContentType = "application/pdf",
                ContentUrl = "https://files.example.test/att/991",
                Name = "return label.pdf",
            },
        ],
    });

    [Fact]
    public void Typing_is_as_the_platform_writes_it() =>
        Same("webhook-typing", Draft with { Recipient = new ActivityParty("customer-0815", null) });

    [Fact]
    public void An_event_is_as_the_platforms_samples_write_it() =>
        Same("webhook-agent-accepted", Draft with { EventName = "AgentAccepted" });

    [Fact]
    public void An_event_is_as_the_platforms_field_table_says_when_that_is_wanted() => Same(
        "webhook-event-typed",
        Draft with { EventName = "TransferToQueueInitiated", EventForm = ActivityEventForm.Event });

    private static void Same(string example, ActivityDraft draft) => Assert.True(
        JsonNode.DeepEquals(
            JsonNode.Parse(ActivityExample.Of(example).Json), JsonNode.Parse(draft.ToActivity().ToJson())),
        draft.ToActivity().ToJson());
}
