using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class LinkPlanTests
{
    private const string Greeting = """
        {
          "quickReplies": [
            { "name": "Greeting", "locale": "en-US", "message": "Hello!", "tags": [ "short", "Greeting" ], "workstreams": [ "Web chats" ] }
          ],
          "tags": [ { "name": "greeting" }, { "name": "short" }, { "name": "long" } ],
          "workstreams": [ { "name": "Web chats", "streamSource": "Custom" } ]
        }
        """;

    private static readonly string Longer = Greeting.Replace(
        "\"short\", \"Greeting\"", "\"long\", \"greeting\"", StringComparison.Ordinal);

    [Fact]
    public async Task A_new_record_is_made_and_linked_in_one_change_set_after_what_it_is_linked_with()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var result = await environment.ApplyAsync(Greeting);

        Assert.Equal((5, 1), (result.Created, result.ChangeSets));
        Assert.Equal(
            ["greeting", "short"], (await environment.FindAsync<QuickReply>("Greeting")).Tags.Select(tag => tag.Name));
        Assert.False((await environment.PlanAsync(Greeting)).HasChanges);
    }

    [Fact]
    public async Task A_change_of_links_is_shown_with_both_sets_and_carried_out_by_linking_and_unlinking()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Greeting);

        var plan = await environment.PlanAsync(Longer);
        await environment.ApplyAsync(plan);

        Assert.Contains(plan.Lines, line => line.Text.EndsWith(
            "~ tags = [\"greeting\", \"short\"] -> [\"greeting\", \"long\"]", StringComparison.Ordinal));
        Assert.Equal(
            ["greeting", "long"], (await environment.FindAsync<QuickReply>("Greeting")).Tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task Links_that_the_document_does_not_mention_may_be_any_and_null_or_an_empty_list_takes_them_away()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Greeting);

        Assert.False((await environment.PlanAsync("""{ "quickReplies": [ { "name": "Greeting", "locale": "en-US" } ] }""")).HasChanges);
        await environment.ApplyAsync("""{ "quickReplies": [ { "name": "Greeting", "locale": "en-US", "tags": null, "workstreams": [] } ] }""");

        var reply = await environment.FindAsync<QuickReply>("Greeting");
        Assert.Empty(reply.Tags);
        Assert.Empty(reply.Workstreams);
    }

    [Fact]
    public async Task A_tag_that_is_pruned_while_a_reply_has_it_is_refused_and_one_that_is_given_up_goes()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Greeting);
        var without = Greeting.Replace("{ \"name\": \"short\" }, ", "", StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => environment.PlanAsync(without, prune: true));
        await environment.ApplyAsync(await environment.PlanAsync(
            without.Replace("\"short\", ", "", StringComparison.Ordinal).Replace(
                "[ { \"name\": \"Web", "[ { \"name\": \"Messaging workstream\" }, { \"name\": \"Web",
                StringComparison.Ordinal),
            prune: true));

        Assert.Contains("-Prune would remove it", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["greeting"], (await environment.FindAsync<QuickReply>("Greeting")).Tags.Select(tag => tag.Name));
    }

    [Fact]
    public async Task A_saved_plan_keeps_the_links()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Greeting);
        var saved = (await environment.PlanAsync(Longer)).ToJson();

        await environment.ApplyAsync(ConfigurationPlan.Parse(saved));

        Assert.False((await environment.PlanAsync(Longer)).HasChanges);
    }

    [Fact]
    public async Task Links_that_somebody_changed_meanwhile_refuse_the_plan_although_the_version_is_the_same()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Greeting);
        var plan = await environment.PlanAsync(Longer);
        var reply = await environment.FindAsync<QuickReply>("Greeting");
        environment.Organization.Rows.Link(
            "msdyn_msdyn_cannedmessage_msdyn_octag", (await environment.FindAsync<Tag>("long")).Id, reply.Id);

        var refusal = await Assert.ThrowsAsync<PlanRefusedException>(() => environment.ApplyAsync(plan));

        Assert.Contains(
            "the tags of the quick reply 'Greeting / en-US' have been changed since", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_plans_that_link_the_same_record_otherwise_the_second_is_refused()
    {
        using var one = await ConfiguredEnvironment.OpenAsync();
        using var other = await ConfiguredEnvironment.OpenAsync(
            one.Organization, new DataverseClientOptions { MaxAttempts = 1, Retry = false });
        await one.ApplyAsync(Greeting);
        var plans = (
            await one.PlanAsync(Greeting.Replace("\"short\", ", "\"short\", \"long\", ", StringComparison.Ordinal)),
            await other.PlanAsync(Greeting.Replace("[ \"Web chats\" ]", "[]", StringComparison.Ordinal)));

        var outcomes = await Task.WhenAll(
            Record.ExceptionAsync(() => one.ApplyAsync(plans.Item1)), Record.ExceptionAsync(
                () => other.ApplyAsync(plans.Item2)));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome is PlanRefusedException or RecordChangedException);
    }

    [Fact]
    public async Task Each_link_counts_as_an_operation_of_a_change_set()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var replies = Enumerable.Range(1, PlanExecutor.ChangeSetLimit / 2).Select(number =>
            $$"""{ "name": "Reply {{number}}", "locale": "en-US", "message": "Hello!", "tags": [ "greeting" ] }""");

        var result = await environment.ApplyAsync(
            $$"""{ "tags": [ { "name": "greeting" } ], "quickReplies": [ {{string.Join(',', replies)}} ] }""");

        Assert.Equal(2, result.ChangeSets);
    }

    [Theory]
    [InlineData("\"greeting\"", "it must be a list of tag keys: name")]
    [InlineData("[ 1, true ]", "it must be the key of a tag: name")]
    [InlineData("[ \"a\", \"A\" ]", "the tag 'a' is there 2 times")]
    public void Links_that_are_no_list_of_keys_are_refused(string tags, string words) => Assert.Contains(
        words,
        Assert.Throws<ConfigurationException>(() => ConfiguredEnvironment.Parse(
            $$"""{ "quickReplies": [ { "name": "Greeting", "locale": "en-US", "tags": {{tags}} } ] }""")).Message);

    [Fact]
    public async Task A_link_with_nothing_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => environment.PlanAsync(Greeting.Replace("{ \"name\": \"short\" }, ", "", StringComparison.Ordinal)));

        Assert.Contains(
            "quickReplies 'Greeting / en-US' tags: there is no tag 'short'", refusal.Message, StringComparison.Ordinal);
    }
}
