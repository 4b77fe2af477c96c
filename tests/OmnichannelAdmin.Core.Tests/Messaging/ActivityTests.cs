using System.Text;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Messaging;

namespace OmnichannelAdmin.Core.Tests.Messaging;

public class ActivityTests
{
    public static TheoryData<string> Examples => [.. ActivityExample.All.Select(example => example.Id)];

    [Fact]
    public void There_are_22_examples() => Assert.Equal(22, ActivityExample.All.Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_back_with_nothing_lost(string id)
    {
        var example = ActivityExample.Of(id);

        Assert.Equal(example.Json, Activity.Parse(example.Json).ToJson());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_field_of_an_example_is_in_one_property(string id)
    {
        var fields = (JsonObject)JsonNode.Parse(ActivityExample.Of(id).Json)!;
        var activity = Activity.Parse(ActivityExample.Of(id).Json);

        Assert.All(fields, field => Assert.True(
            activity.OtherFields.ContainsKey(field.Key) || typeof(Activity).GetProperties().Any(
                property => property.GetValue(activity) is not (null or Array)
                    && property.Name.StartsWith(field.Key, StringComparison.OrdinalIgnoreCase)),
            $"{field.Key} is nowhere."));
    }

    [Theory]
    [InlineData("webhook-agent-accepted", ActivityKind.Event)]
    [InlineData("webhook-event-typed", ActivityKind.Event)]
    [InlineData("webhook-typing", ActivityKind.Typing)]
    [InlineData("webhook-message", ActivityKind.Message)]
    [InlineData("webhook-attachment", ActivityKind.Message)]
    [InlineData("webhook-unknown", ActivityKind.Other)]
    [InlineData("end-conversation", ActivityKind.EndOfConversation)]
    [InlineData("create-conversation", ActivityKind.Other)]
    public void An_example_is_of_its_kind(string id, ActivityKind kind) =>
        Assert.Equal(kind, Activity.Parse(ActivityExample.Of(id).Json).Kind);

    [Theory]
    [InlineData("webhook-agent-closed", "AgentClosed")]
    [InlineData("webhook-event-typed", "TransferToQueueInitiated")]
    public void An_event_has_its_name_in_either_form(string id, string name) =>
        Assert.Equal(name, Activity.Parse(ActivityExample.Of(id).Json).EventName);

    [Fact]
    public void A_message_shows_who_said_what_where()
    {
        var activity = Activity.Parse(ActivityExample.Of("webhook-message").Json);

        Assert.Equal("Hello, I can help with your **order**.", activity.Text);
        Assert.Equal("Mara Lind", activity.From?.Name);
        Assert.Equal("7d3c6f0e-4a51-4d0b-9a55-2f6b1c0e9a11", activity.ConversationId);
    }

    [Fact]
    public void An_attachment_shows_its_file() =>
        Assert.Equal(
            "return label.pdf",
            Assert.Single(Activity.Parse(ActivityExample.Of("webhook-attachment").Json).Attachments).Name);

    [Fact]
    public void A_field_that_is_not_known_is_kept()
    {
        var future = Activity.Parse(ActivityExample.Of("webhook-unknown").Json).OtherFields["futureField"];

        Assert.Equal(1L, Assert.IsType<Dictionary<string, object?>>(future)["a"]);
    }

    [Fact]
    public void A_known_field_of_an_unexpected_kind_is_kept_as_if_unknown()
    {
        var activity = Activity.Parse("""{"type":"message","text":7,"from":"Mara"}""");

        Assert.Null(activity.Text);
        Assert.Equal(7L, activity.OtherFields["text"]);
        Assert.Equal("Mara", activity.OtherFields["from"]);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal("typing", Activity.Parse(Encoding.UTF8.GetPreamble().Concat("""{"type":"typing"}"""u8.ToArray()).ToArray()).Type);

    [Theory]
    [InlineData("", "ActivityNotJson")]
    [InlineData("{", "ActivityNotJson")]
    [InlineData("""{"text":"\ud800"}""", "ActivityNotJson")]
    [InlineData("[]", "ActivityNotObject")]
    [InlineData("\"typing\"", "ActivityNotObject")]
    [InlineData("null", "ActivityNotObject")]
    public void What_is_no_activity_is_refused_by_name(string json, string rule) =>
        Assert.Equal(rule, Assert.Throws<OcValidationException>(() => Activity.Parse(json)).Rule);

    [Theory]
    [InlineData("publishedEventNames", 31)]
    [InlineData("namesSeenOnlyInSamples", 2)]
    public void The_events_are_those_of_the_published_list(string list, int count)
    {
        var known = list == "publishedEventNames" ? PlatformEvents.Published : PlatformEvents.OnlyInSamples;

        Assert.Equal(count, known.Count);
        Assert.Equal(ActivityExample.Names(list), known);
    }
}
