using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>Somebody who edits a plan file can also compute its seal anew; the seal is no signature.</summary>
public class EditedPlanTests
{
    private const string Contoso = """
        {
          "customChannels": [ { "name": "Contoso web", "kind": "MessagingApi", "webhookUrl": "https://bot.contoso.com",
            "appId": "11111111-2222-3333-4444-555555555555", "tenantId": "66666666-7777-8888-9999-aaaaaaaaaaaa" } ],
          "messageTranslations": [ { "message": { "streamSource": "Custom", "trigger": "Greeting", "recipient": "Customer" },
            "language": "de-DE", "text": "Hallo" } ],
          "automatedMessages": [ { "streamSource": "Custom", "trigger": "Greeting", "recipient": "Customer", "language": "en-US",
            "message": "Hello" } ],
          "quickReplies": [ { "name": "Greeting", "locale": "en-US", "message": "Hi", "tags": [ "short" ] } ],
          "tags": [ { "name": "short" } ]
        }
        """;

    [Fact]
    public async Task A_plan_that_is_sealed_again_as_it_was_is_accepted()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();

        Assert.Equal(saved, ConfigurationPlan.Parse(SealAgain(saved)).ToJson());
    }

    [Theory]
    [InlineData("\"table\": \"msdyn_occustommessagingchannel\"", "\"table\": \"systemuser\"", "'systemuser'")]
    [InlineData("\"table\": \"msdyn_octag\"", "\"table\": \"msdyn_oclanguage\"", "'msdyn_oclanguage'")]
    [InlineData("\"table\": \"msdyn_oclanguage\"", "\"table\": \"role\"", "'role'")]
    [InlineData("\"column\": \"webhookUrl\"", "\"column\": \"ownerid\"", "'ownerid'")]
    [InlineData("\"column\": \"webhookUrl\"", "\"column\": \"createdOn\"", "'createdOn'")]
    [InlineData("\"column\": \"webhookUrl\"", "\"column\": \"managedIdentity\"", "'managedIdentity'")]
    [InlineData("\"column\": \"text\"", "\"column\": \"entityName\"", "'entityName'")]
    [InlineData("\"column\": \"tags\"", "\"column\": \"systemuserroles_association\"", "'systemuserroles_association'")]
    [InlineData("\"after\": \"Contoso web\"", "\"after\": \"Other\"", "the key of another record")]
    [InlineData("\"after\": \"MessagingApi\"", "\"after\": \"Pigeon\"", "no plan that New-OcPlan saved")]
    public async Task What_no_document_can_hold_is_refused_whatever_the_seal_says(
        string text, string edited, string words)
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();
        Assert.Contains(text, saved, StringComparison.Ordinal);

        var refusal = Assert.Throws<PlanRefusedException>(
            () => ConfigurationPlan.Parse(SealAgain(saved.Replace(text, edited, StringComparison.Ordinal))));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_breaks_a_rule_is_refused_before_anything_is_written()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        var saved = (await environment.PlanAsync(Contoso)).ToJson();
        var plan = ConfigurationPlan.Parse(
            SealAgain(saved.Replace("https://bot.contoso.com", "http://bot.contoso.com", StringComparison.Ordinal)));

        var refusal = await Assert.ThrowsAsync<PlanRefusedException>(() => environment.ApplyAsync(plan));

        Assert.Contains("customChannels 'Contoso web': WebhookUrl", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, environment.CountWrites());
    }

    [Fact]
    public async Task A_change_that_is_turned_to_another_row_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);
        await environment.ApplyAsync("""{ "customChannels": [ { "name": "Other" } ] }""");
        var other = await environment.FindAsync<CustomChannel>("Other");
        var saved = (await environment.PlanAsync("""{ "customChannels": [ { "name": "Contoso web", "language": "en-US" } ] }""")).ToJson();
        var plan = ConfigurationPlan.Parse(
            SealAgain(saved, change => (change["id"], change["etag"]) = (other.Id, other.ETag)));

        var refusal = await Assert.ThrowsAsync<PlanRefusedException>(() => environment.ApplyAsync(plan));

        Assert.Contains("'Contoso web' is another record by now", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_version_is_refused()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        await environment.ApplyAsync(Contoso);
        var saved = (await environment.PlanAsync("""{ "customChannels": [ { "name": "Contoso web", "language": "en-US" } ] }""")).ToJson();
        var plan = ConfigurationPlan.Parse(SealAgain(saved, change => change["etag"] = null));

        var refusal = await Assert.ThrowsAsync<PlanRefusedException>(() => environment.ApplyAsync(plan));

        Assert.Contains("'Contoso web' has been changed since", refusal.Message, StringComparison.Ordinal);
    }

    private static string SealAgain(string plan, Action<JsonNode>? editFirstChange = null)
    {
        var json = JsonNode.Parse(plan)!.AsObject();
        editFirstChange?.Invoke(json["changes"]![0]!);
        json.Remove("seal");
        json["seal"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json.ToJsonString())));
        return json.ToJsonString();
    }
}
