using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class PlanTests
{
    private const string Contoso = """
        {
          "customChannels": [
            {
              "name": "Contoso web", "kind": "MessagingApi", "webhookUrl": "https://bot.contoso.com", "language": "en-US",
              "appId": "11111111-2222-3333-4444-555555555555", "tenantId": "66666666-7777-8888-9999-aaaaaaaaaaaa",
              "workstream": "Web chats"
            }
          ],
          "workstreams": [ { "name": "Web chats", "streamSource": "Custom" } ]
        }
        """;

    [Fact]
    public async Task What_is_not_there_is_to_be_made_and_what_others_need_comes_first()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var plan = await environment.PlanAsync(Contoso);

        Assert.Equal(["Create workstreams 'Web chats'", "Create customChannels 'Contoso web'"], plan.Changes.Select(
            change => change.ToString()));
    }

    [Fact]
    public async Task After_a_plan_was_carried_out_nothing_is_left_to_do()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        Assert.False((await environment.PlanAsync(Contoso)).HasChanges);
    }

    [Fact]
    public async Task A_plan_is_carried_out_as_one_change_set()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var result = await environment.ApplyAsync(Contoso);

        Assert.Equal((2, 1), (result.Created, result.ChangeSets));
        Assert.Single(environment.Organization.Requests.Entries, request => request.Method != "GET");
    }

    [Fact]
    public async Task How_far_a_plan_is_is_told_before_and_after_each_change_set()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var progress = new ProgressList();

        await DesiredState.ApplyAsync(
            await environment.PlanAsync(Contoso),
            environment.Connection,
            ConfiguredEnvironment.AnySecret(),
            SilentObserver.Instance,
            progress,
            CancellationToken.None);

        Assert.Equal([new PlanProgress(0, 2), new PlanProgress(2, 2)], progress.Told);
    }

    [Fact]
    public async Task A_changed_column_is_found_with_its_values_before_and_after()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        var plan = await environment.PlanAsync(
            Contoso.Replace("bot.contoso.com", "new.contoso.com", StringComparison.Ordinal));

        var field = Assert.Single(Assert.Single(plan.Changes, change => change.Action == PlanAction.Update).Fields);
        Assert.Equal("webhookUrl: \"https://bot.contoso.com\" → \"https://new.contoso.com\"", field.ToString());
    }

    [Fact]
    public async Task A_column_that_the_document_does_not_mention_may_hold_anything()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        var plan = await environment.PlanAsync("""{ "customChannels": [ { "name": "Contoso web" } ] }""");

        Assert.False(plan.HasChanges);
    }

    [Fact]
    public async Task A_null_empties_a_column()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        await environment.ApplyAsync("""{ "customChannels": [ { "name": "Contoso web", "workstream": null } ] }""");

        Assert.Null((await environment.FindAsync<CustomChannel>("Contoso web")).Workstream);
    }

    [Fact]
    public async Task Without_Prune_nothing_is_removed()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        Assert.Equal(0, (await environment.PlanAsync("""{ "customChannels": [] }""")).Deletes);
    }

    [Fact]
    public async Task With_Prune_what_a_section_does_not_mention_goes_and_what_points_at_others_goes_first()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        var plan = await environment.PlanAsync("""{ "customChannels": [], "workstreams": [ { "name": "Messaging workstream" } ] }""", prune: true);
        await environment.ApplyAsync(plan);

        Assert.Equal(
            ["Delete customChannels 'Contoso web'", "Delete workstreams 'Web chats'", "NoChange workstreams "
                + "'Messaging workstream'"],
            plan.Changes.Select(change => change.ToString()));
        Assert.Equal(0, environment.Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task Prune_leaves_a_section_alone_that_the_document_lacks()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);

        Assert.False((await environment.PlanAsync("{}", prune: true)).HasChanges);
    }

    [Fact]
    public async Task A_reference_to_nothing_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => environment.PlanAsync(
                Contoso.Replace("\"name\": \"Web chats\"", "\"name\": \"Others\"", StringComparison.Ordinal)));

        Assert.Contains("there is no workstream 'Web chats'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_the_product_is_held_before_anything_is_written()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(
            () => environment.PlanAsync("""{ "customChannels": [ { "name": "a", "kind": "MessagingApi" } ] }"""));

        Assert.Contains("customChannels 'a' appId: AppId is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_of_one_key_stop_a_plan_and_an_export()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        environment.Organization.Rows.Add(
            "msdyn_liveworkstream", new() { ["msdyn_name"] = "Web chats", ["msdyn_streamsource"] = 192350002 });
        environment.Organization.Rows.Add(
            "msdyn_liveworkstream", new() { ["msdyn_name"] = "web CHATS", ["msdyn_streamsource"] = 192350002 });

        await Assert.ThrowsAsync<ConfigurationException>(() => environment.PlanAsync(Contoso));
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(environment.ExportAsync);
        Assert.Contains("several rows have this key", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_to_be_made_has_the_same_GUID_in_every_plan()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();

        var ids = (await environment.PlanAsync(Contoso)).Changes.Select(change => change.Id);

        Assert.Equal(ids, (await environment.PlanAsync(Contoso)).Changes.Select(change => change.Id));
    }

    [Fact]
    public async Task A_row_that_was_renamed_does_not_stand_in_the_way_of_a_new_one()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);
        var old = await environment.FindAsync<Workstream>("Web chats");
        environment.Organization.Rows.Change("msdyn_liveworkstream", old.Id, new() { ["msdyn_name"] = "Renamed" });

        await environment.ApplyAsync(Contoso);

        Assert.NotEqual(old.Id, (await environment.FindAsync<Workstream>("Web chats")).Id);
    }

    [Fact]
    public async Task A_plan_of_another_organization_is_refused()
    {
        using var one = await ConfiguredEnvironment.OpenAsync();
        using var other = await ConfiguredEnvironment.OpenAsync();
        var plan = await one.PlanAsync(Contoso);

        await Assert.ThrowsAsync<PlanRefusedException>(() => other.ApplyAsync(plan));
    }

    [Fact]
    public async Task A_record_that_moved_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);
        var plan = await environment.PlanAsync(
            Contoso.Replace("bot.contoso.com", "new.contoso.com", StringComparison.Ordinal));
        Touch(environment, await environment.FindAsync<CustomChannel>("Contoso web"));

        await RefusedAsync(environment, plan, "custom messaging channel 'Contoso web' has been changed since");
    }

    [Fact]
    public async Task An_unchanged_record_that_a_change_relies_on_counts_too()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync("""{ "workstreams": [ { "name": "Web chats", "streamSource": "Custom" } ] }""");
        var plan = await environment.PlanAsync(Contoso);
        Touch(environment, await environment.FindAsync<Workstream>("Web chats"));

        await RefusedAsync(environment, plan, "workstream 'Web chats' has been changed since");
    }

    [Fact]
    public async Task A_key_that_exists_by_now_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var plan = await environment.PlanAsync(Contoso);
        environment.Organization.Rows.Add(
            "msdyn_liveworkstream", new() { ["msdyn_name"] = "Web chats", ["msdyn_streamsource"] = 192350002 });

        await RefusedAsync(environment, plan, "workstreams 'Web chats' is to be made, and exists by now");
    }

    [Fact]
    public async Task A_plan_that_was_saved_is_carried_out_as_well()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();

        await environment.ApplyAsync(ConfigurationPlan.Parse(saved));

        Assert.False((await environment.PlanAsync(Contoso)).HasChanges);
    }

    [Theory]
    [InlineData("bot.contoso.com", "bot.example.net")]
    [InlineData("msdyn_occustommessagingchannel", "systemuser")]
    [InlineData("\"webhookUrl\"", "\"createdOn\"")]
    [InlineData("\"webhookUrl\"", "\"ownerid\"")]
    [InlineData("\"planVersion\": 1", "\"planVersion\": 2")]
    [InlineData("\"seal\"", "\"broken\"")]
    public async Task A_plan_file_that_was_edited_is_refused(string text, string edited)
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();

        Assert.Throws<PlanRefusedException>(
            () => ConfigurationPlan.Parse(saved.Replace(text, edited, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_plan_prints_as_lines_with_marks()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync("""{ "customChannels": [ { "name": "Old" }, { "name": "Kept", "language": "en-US" } ] }""");
        var plan = await environment.PlanAsync(
            """{ "customChannels": [ { "name": "Kept", "language": "de-DE" }, { "name": "New", "kind": "DirectLine" } ] }""", prune: true);

        Assert.Equal(
            [
                "oc-sandbox.crm4.dynamics.com:",
                "  + customChannels 'New'",
                "      + name = \"New\"",
                "      + kind = DirectLine",
                "  ~ customChannels 'Kept'",
                "      ~ language = \"en-US\" -> \"de-DE\"",
                "  - customChannels 'Old'",
                "      - name = \"Old\"",
                "  1 to create, 1 to update, 1 to delete, 0 unchanged.",
            ],
            plan.Lines.Select(line => line.Text).Where(line => !line.Contains("= false", StringComparison.Ordinal)));
    }

    private static void Touch(ConfiguredEnvironment environment, OcRecord record) =>
        environment.Organization.Rows.Change(
            TableModel.Of(record.GetType()).LogicalName, record.Id, new() { ["msdyn_name"] = NameOf(record) });

    private static string NameOf(OcRecord record) => TableModel.Of(record.GetType()).NameOf(record)!;

    private static async Task RefusedAsync(ConfiguredEnvironment environment, ConfigurationPlan plan, string words)
    {
        var writes = environment.CountWrites();

        var refusal = await Assert.ThrowsAsync<PlanRefusedException>(() => environment.ApplyAsync(plan));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(writes, environment.CountWrites());
    }
}
