using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class SectionTests
{
    private const string Variable = """
        {
          "contextVariables": [ { "name": "vip", "workstream": "Web chats", "type": "Text" } ],
          "workstreams": [ { "name": "Web chats", "streamSource": "Custom" } ]
        }
        """;

    [Fact]
    public void Every_noun_of_the_module_has_a_section() => Assert.Equal(
        [
            "appleAccounts",
            "applePayMerchants",
            "authSettingEntries",
            "authSettings",
            "automatedMessages",
            "contextVariables",
            "customChannels",
            "messageTranslations",
            "paymentProfiles",
            "quickReplies",
            "richMessageMaps",
            "richMessages",
            "tags",
            "workstreamCapacityProfiles",
            "workstreams",
        ],
        ConfigurationModel.Tables.Select(table => table.Section));

    [Fact]
    public void Links_are_properties_of_the_record_that_declares_them()
    {
        var properties = ConfigurationModel.PropertiesOf(TableModel.Of<RichMessage>()).Select(
            property => property.DocumentName);

        Assert.Equal(
            ["name", "locale", "type", "channel", "allowAgentToEdit", "json", "state", "tags", "workstreams"],
            properties);
    }

    [Fact]
    public async Task A_workstream_gets_capacity_profiles_and_loses_those_that_are_pruned()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        environment.Organization.Rows.Add("msdyn_capacityprofile", new() { ["msdyn_name"] = "Chats" });

        await environment.ApplyAsync("""
            {
              "workstreamCapacityProfiles": [ { "workstream": "Web chats", "capacityProfile": "Chats" } ],
              "workstreams": [ { "name": "Web chats", "streamSource": "Custom", "capacityFormat": "ProfileBased" } ]
            }
            """);
        var row = Assert.Single(await environment.ReadAsync<WorkstreamCapacityProfile>());
        await environment.ApplyAsync(await environment.PlanAsync("""{ "workstreamCapacityProfiles": [] }""", prune: true));

        Assert.Equal("Chats", row.Name);
        Assert.Empty(await environment.ReadAsync<WorkstreamCapacityProfile>());
    }

    [Fact]
    public async Task A_context_variable_that_the_product_made_is_neither_exported_nor_pruned()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Variable);
        await MakeSystemDefinedAsync(environment);

        Assert.DoesNotContain("vip", (await environment.ExportAsync()).ToJson(), StringComparison.Ordinal);
        Assert.False((await environment.PlanAsync("""{ "contextVariables": [] }""", prune: true)).HasChanges);
    }

    [Fact]
    public async Task A_document_that_claims_what_the_product_made_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Variable);
        await MakeSystemDefinedAsync(environment);

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => environment.PlanAsync(Variable));

        Assert.Contains(
            "contextVariables 'vip / Web chats': the environment keeps a record of this key itself", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_made_and_then_withdrawn_since_every_new_row_is_active()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        const string Draft = """
            { "richMessages": [ { "name": "Pay", "locale": "en-US", "type": "ListPicker", "channel": "AppleMessagesForBusiness",
              "json": "{}", "state": "Inactive" } ] }
            """;

        await environment.ApplyAsync(Draft);

        var changeSet = Assert.Single(environment.Organization.Requests.Entries, request => request.Method != "GET");
        Assert.Contains("PATCH", changeSet.Body, StringComparison.Ordinal);
        Assert.Equal(RecordState.Inactive, (await environment.FindAsync<RichMessage>("Pay")).State);
        Assert.False((await environment.PlanAsync(Draft)).HasChanges);
    }

    private static async Task MakeSystemDefinedAsync(ConfiguredEnvironment environment)
    {
        var variable = await environment.FindAsync<ContextVariable>("vip");
        environment.Organization.Rows.Change(
            "msdyn_ocliveworkstreamcontextvariable", variable.Id, new() { ["msdyn_issystemdefined"] = true });
    }
}
