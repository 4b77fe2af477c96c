using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>
/// What a cmdlet would refuse, a document is refused for as well: before anything is written, with the section, the
/// record, the property and the rule.
/// </summary>
public class BadDocumentTests
{
    private const string Account = """ "name": "Bad", "accountId": "1234abcd-0000-4000-8000-123456789abc" """;
    private const string Setting = """ "name": "Bad", "channelType": "AppleMessagesForBusiness" """;
    private const string Merchant = """
        "rowName": "Bad", "merchantName": "Contoso", "merchantId": "m", "network": [ "Visa" ],
        "merchantDomainUrl": "https://contoso.example", "gatewayUrl": "https://pay.contoso.example"
        """;

    private const string Message = """ "streamSource": "Custom", "trigger": "Greeting", "recipient": "Customer", "language": "en-US" """;
    private const string Translation = """
        "message": { "streamSource": "Custom", "trigger": "Holiday", "recipient": "Customer" }, "language": "de-DE"
        """;

    private const string Rich = """ "name": "Bad", "locale": "en-US", "channel": "AppleMessagesForBusiness" """;

    // What the bad records point at.
    private const string Sound = """
        {
          "applePayMerchants": [ { "rowName": "Sound", "merchantName": "Contoso", "merchantId": "m", "network": [ "Visa" ],
            "countryCode": "US", "merchantDomainUrl": "https://contoso.example", "gatewayUrl": "https://pay.contoso.example" } ],
          "authSettings": [
            { "name": "Apple", "channelType": "AppleMessagesForBusiness", "authenticationType": "CodeFlow", "clientId": "c",
              "clientSecret": { "secret": "env:GIVEN" }, "scope": "openid", "decryptedTokenUrl": "https://login.contoso.example" },
            { "name": "Chat", "channelType": "LiveChat", "authenticationType": "ImplicitFlow",
              "publicKeyUrl": "https://keys.contoso.example", "javaScriptFunction": "token" }
          ],
          "automatedMessages": [ { "streamSource": "Custom", "trigger": "Holiday", "recipient": "Customer", "language": "en-US",
            "message": "We are on holiday." } ],
          "paymentProfiles": [ { "name": "Sound", "applePay": "Sound" } ],
          "richMessages": [ { "name": "List", "locale": "en-US", "channel": "AppleMessagesForBusiness", "type": "ListPicker", "json": "{}" } ],
          "workstreams": [ { "name": "Custom", "streamSource": "Custom" }, { "name": "Apple", "streamSource": "AppleMessagesForBusiness" } ]
        }
        """;

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "appleAccounts", """ "name": "Bad" """, "'Bad' accountId", "AccountIdMissing" },
        { "appleAccounts", """ "name": "Bad", "accountId": "urn:biz:1234abcd" """, "'Bad' accountId", "AccountIdNotClean" },
        { "appleAccounts", Account + """, "workstream": "Custom" """, "'Bad' workstream", "WorkstreamOfOtherChannel" },
        { "appleAccounts", Account + """, "authSetting": "Chat" """, "'Bad' authSetting", "AuthSettingOfOtherChannel" },
        { "appleAccounts", Account + """, "surveyMode": "InsertInConversation" """, "'Bad' surveyMode", "SurveyModeNotForApple" },
        { "applePayMerchants", Merchant + """, "countryCode": "CN" """, "'Bad' countryCode", "CountryNotSupported" },
        { "applePayMerchants", Merchant + """, "countryCode": "Germany" """, "'Bad' countryCode", "CountryCodeUnknown" },
        { "applePayMerchants", Merchant + """, "countryCode": "US", "capability": [ "Debit" ] """, "'Bad' capability", "ThreeDSecureMissing" },
        { "applePayMerchants", Merchant + """, "countryCode": "US", "fallbackUrl": "http://a.example" """, "'Bad' fallbackUrl", "FallbackUrlNotHttps" },
        { "authSettingEntries", """ "authSetting": "Apple", "key": "k", "value": "LONG" """, "'Apple / k' value", "ValueTooLong" },
        { "authSettingEntries", """ "authSetting": "Apple" """, "'Apple' key", "KeyMissing" },
        { "authSettingEntries", """ "authSetting": "Apple", "key": "LONG" """, "key", "KeyTooLong" },
        { "authSettings", Setting + """, "authenticationType": "ImplicitFlow" """, "'Bad' authenticationType", "AuthenticationTypeNotForChannel" },
        { "authSettings", Setting + """, "authenticationType": "CodeFlow", "publicKeyUrl": "https://a.example" """, "'Bad' publicKeyUrl", "PublicKeyUrlNotForType" },
        { "authSettings", Setting + """, "authenticationType": "CodeFlow", "clientId": "c" """, "'Bad' clientSecret", "ClientSecretMissing" },
        { "automatedMessages", Message, "'Custom / Greeting / Customer' message", "MessageMissing" },
        { "automatedMessages", Message + """, "message": "LONG" """, "'Custom / Greeting / Customer' message", "MessageTooLong" },
        { "automatedMessages", """ "streamSource": "Custom", "trigger": "Greeting", "message": "Hi", "language": "en-US" """, "'Custom / Greeting' recipient", "RecipientMissing" },
        { "contextVariables", """ "name": "Bad", "workstream": "Custom" """, "'Bad / Custom' type", "TypeMissing" },
        { "contextVariables", """ "name": "Bad", "type": "Text" """, "'Bad' workstream", "WorkstreamMissing" },
        { "contextVariables", """ "name": "Bad", "workstream": "Custom", "type": "Text", "entityLogicalName": "contact" """, "'Bad / Custom' entityLogicalName", "TypeHasNoEntity" },
        { "customChannels", """ "name": "Bad", "kind": "MessagingApi" """, "'Bad' appId", "AppIdMissing" },
        { "customChannels", """ "name": "Bad", "workstream": "Apple" """, "'Bad' workstream", "StreamSourceMismatch" },
        { "customChannels", """ "name": "Bad", "kind": "DirectLine", "webhookUrl": "https://a.example" """, "'Bad' webhookUrl", "KindHasNoWebhook" },
        { "customChannels", """ "name": "Bad", "appId": "me" """, "'Bad' appId", "AppIdNotGuid" },
        { "messageTranslations", Translation + """, "text": "LONG" """, "'Custom / Holiday / Customer / de-DE' text", "TextTooLong" },
        { "messageTranslations", Translation, "'Custom / Holiday / Customer / de-DE' text", "TextMissing" },
        { "messageTranslations", Translation + """, "text": "" """, "'Custom / Holiday / Customer / de-DE' text", "TextMissing" },
        { "paymentProfiles", """ "name": "Bad" """, "'Bad' merchant", "MerchantMissing" },
        { "paymentProfiles", """ "name": "LONG" """, "name", "NameTooLong" },
        { "paymentProfiles", """ "name": "Bad", "applePay": "Sound", "profileName": "LONG" """, "'Bad' profileName", "ProfileNameTooLong" },
        { "quickReplies", """ "name": "Bad", "locale": "xx-XX", "message": "Hi" """, "'Bad / xx-XX' locale", "LocaleUnknown" },
        { "quickReplies", """ "name": "Bad", "message": "Hi" """, "'Bad' locale", "LocaleMissing" },
        { "quickReplies", """ "name": "Bad", "locale": "en-US", "message": "LONG" """, "'Bad / en-US' message", "MessageTooLong" },
        { "richMessageMaps", """ "richMessage": { "name": "List", "locale": "en-US" }, "authSetting": "Apple" """, "'List / en-US / Apple' richMessage", "RichMessageOfOtherType" },
        { "richMessageMaps", """ "richMessage": { "name": "List", "locale": "en-US" }, "authSetting": "Chat" """, "'List / en-US / Chat' richMessage", "RichMessageNotForChannel" },
        { "richMessageMaps", """ "richMessage": { "name": "List", "locale": "en-US" } """, "'List / en-US' authSetting", "OwnerNotOne" },
        { "richMessages", Rich + """, "type": "ApplePay" """, "'Bad / en-US' content", "ContentMissing" },
        { "richMessages", Rich + """, "type": "ListPicker", "json": "[]" """, "'Bad / en-US' json", "JsonNotObject" },
        { "richMessages", Rich + """, "type": "ApplePay", "json": "{}", "allowAgentToEdit": true """, "'Bad / en-US' allowAgentToEdit", "AllowAgentToEditRefused" },
        { "richMessages", """ "name": "Bad", "locale": "en-US", "channel": "WhatsApp", "type": "ApplePay", "json": "{}" """, "'Bad / en-US' channel", "ChannelHasNoSuchMessage" },
        { "richMessages", Rich + """, "type": "ApplePay", "json": "{\"survey\":\"[{},{\\\"Answers\\\":{\\\"AppleMessagesforBusinessJSON\\\":\\\"{}\\\"}}]\"}" """, "'Bad / en-US' content.messageTitle", "ContentFieldMissing" },
        { "tags", """ "name": "LONG" """, "name", "NameTooLong" },
        { "tags", """ "name": "Bad\u0007" """, "name", "NameHasControlCharacter" },
        { "tags", """ "name": "   " """, "name", "NameMissing" },
        { "workstreamCapacityProfiles", """ "workstream": "Custom" """, "'Custom' capacityProfile", "CapacityProfileMissing" },
        { "workstreamCapacityProfiles", """ "workstream": "Custom", "capacityProfile": "Chats", "name": "LONG" """, "'Custom / Chats' name", "NameTooLong" },
        { "workstreamCapacityProfiles", """ "workstream": "Custom", "capacityProfile": "Chats", "name": null """, "'Custom / Chats' name", "NameMissing" },
        { "workstreams", """ "name": "Bad" """, "'Bad' streamSource", "StreamSourceMissing" },
        { "workstreams", """ "name": "Bad", "streamSource": "Custom", "blockCapacityForWrapUp": 43201 """, "'Bad' blockCapacityForWrapUp", "BlockCapacityForWrapUpOutOfRange" },
        { "workstreams", """ "name": "With a bot", "workDistributionMode": "Pick" """, "'With a bot' bot", "BotNeedsPush" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rule_that_a_record_breaks_is_named_before_anything_is_written(
        string section, string record, string place, string rule)
    {
        using var environment = await SoundAsync();
        var writes = environment.CountWrites();
        var json = $$"""{ "{{section}}": [ { {{record.Replace("LONG", new string('x', 10_000), StringComparison.Ordinal)}} } ] }""";

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => environment.PlanAsync(json));

        var problem = Assert.Single(refusal.Problems);
        Assert.StartsWith(section, problem.Location, StringComparison.Ordinal);
        Assert.EndsWith(place, problem.Location, StringComparison.Ordinal);
        Assert.Equal(rule, problem.Rule);
        Assert.Contains($"[{rule}]", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(writes, environment.CountWrites());
    }

    [Fact]
    public void Each_section_has_three_bad_documents_or_more() => Assert.All(
        ConfigurationModel.Tables, table => Assert.InRange(
            Cases.Count(row => (string)row[0] == table.Section), 3, int.MaxValue));

    [Fact]
    public async Task All_rules_that_a_document_breaks_are_listed_at_once()
    {
        using var environment = await SoundAsync();

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => environment.PlanAsync("""
            {
              "appleAccounts": [ { "name": "Bad" } ],
              "customChannels": [ { "name": "Bad", "kind": "MessagingApi" } ],
              "workstreams": [ { "name": "Bad" } ]
            }
            """));

        Assert.Equal(["AccountIdMissing", "AppIdMissing", "StreamSourceMissing"], refusal.Problems.Select(
            problem => problem.Rule));
    }

    private static async Task<ConfiguredEnvironment> SoundAsync()
    {
        var environment = await ConfiguredEnvironment.OpenAsync();
        var rows = environment.Organization.Rows;
        rows.Add("msdyn_capacityprofile", new() { ["msdyn_name"] = "Chats" });
        rows.Add("msdyn_liveworkstream", new()
        {
            ["msdyn_name"] = "With a bot",
            ["msdyn_streamsource"] = 192350002,
            ["msdyn_bot_user"] = rows.All("systemuser")[0].Id,
        });
        await environment.ApplyAsync(Sound);
        return environment;
    }
}
