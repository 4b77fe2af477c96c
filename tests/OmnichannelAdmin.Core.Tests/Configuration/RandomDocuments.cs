using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>Makes configuration documents of all sections, as JSON, that an environment can be made like.</summary>
internal static class RandomDocuments
{
    /// <summary>The capacity profiles that documents point at; no document makes them.</summary>
    public static readonly string[] CapacityProfiles = ["Chats", "Calls & visits"];

    private static readonly string[] Names =
        ["Contoso", "contoso web", "Grüße an Zoë", "日本語", "a \"quoted\" name", "C:\\temp", "100 % "
            + "${sure}", "$${", "<b>&amp;</b>", "O'Neill"];

    private static readonly string[] Languages = ["en-US", "de-DE", "ja-JP"];

    public static Arbitrary<string> All => Documents().ToArbitrary();

    private static Gen<string> Documents() =>
        from tags in Some(Names)
        from workstreams in Rows(Names, Workstream)
        from variables in ForEach(workstreams, workstream => Rows(Names[..3], name => Variable(name, workstream)))
        from profiles in ForEach(
            workstreams, workstream => Rows(CapacityProfiles, profile => Gen.Constant(Profile(profile, workstream))))
        from channels in Rows(Names, name => Channel(name, OfSource(workstreams, StreamSource.Custom)))
        from settings in Rows(Names, Setting)
        from entries in ForEach(settings, setting => Rows(Names[..2], key => Entry(key, setting)))
        from merchants in Rows(Names, Merchant)
        from payments in ForEach(merchants, merchant => Rows([Text(merchant, "rowName")], Payment))
        from messages in Rows(Names[..4], name => Rich(name, tags, workstreams))
        from maps in Maps(messages, settings, payments)
        from accounts in Rows(Names, name => Account(
            name, OfSource(workstreams, StreamSource.AppleMessagesForBusiness), settings, payments))
        from automated in AutomatedMessages(channels, accounts)
        from translations in ForEach(automated, message => Rows(Languages, language => Translation(language, message)))
        from replies in Rows(Names[..4], name => Reply(name, tags, workstreams))
        select new JsonObject
        {
            ["appleAccounts"] = List(accounts),
            ["applePayMerchants"] = List(merchants),
            ["authSettingEntries"] = List(entries),
            ["authSettings"] = List(settings),
            ["automatedMessages"] = List(automated),
            ["contextVariables"] = List(variables),
            ["customChannels"] = List(channels),
            ["messageTranslations"] = List(translations),
            ["paymentProfiles"] = List(payments),
            ["quickReplies"] = List(replies),
            ["richMessageMaps"] = List(maps),
            ["richMessages"] = List(messages),
            ["tags"] = List(tags.Select(tag => new JsonObject { ["name"] = Escape(tag) })),
            ["workstreamCapacityProfiles"] = List(profiles),
            ["workstreams"] = List(workstreams),
        }.ToJsonString();

    private static Gen<JsonObject> Workstream(string name) =>
        from source in Gen.Elements(StreamSource.Custom, StreamSource.AppleMessagesForBusiness)
        from capacity in Maybe(Gen.Choose(0, 100))
        from minutes in Gen.Choose(1, 9999)
        from affinity in Maybe(Flag())
        from presences in Some(Enum.GetNames<BasePresence>())
        from mentioned in Mentioned()
        select Record(
            new() { ["name"] = Escape(name), ["streamSource"] = source.ToString() },
            mentioned,
            ("capacity", capacity),
            ("autoCloseAfterInactivity", minutes),
            ("agentAffinity", affinity),
            ("allowedPresences", presences.Count == 0 ? null : Texts(presences)),
            ("workDistributionMode", nameof(WorkDistributionMode.Pick)));

    private static Gen<JsonObject> Variable(string name, JsonObject workstream) =>
        from type in Gen.Elements(Enum.GetValues<ContextVariableType>())
        from mentioned in Mentioned()
        select Record(
            new() { ["name"] = Escape(name), ["workstream"] = Name(workstream), ["type"] = type.ToString() },
            mentioned,
            ("displayName", Escape(name)),
            ("entityLogicalName", type == ContextVariableType.EntityReference ? "contact" : null));

    private static JsonObject Profile(string profile, JsonObject workstream) =>
        new() { ["workstream"] = Name(workstream), ["capacityProfile"] = Escape(profile) };

    private static Gen<JsonObject> Channel(string name, List<string> workstreams) =>
        from isMessagingApi in Flag()
        from host in Gen.Choose(1, 99)
        from language in Maybe(Gen.Elements(Languages))
        from workstream in OneOf(workstreams)
        from customerFiles in Maybe(Flag())
        from mentioned in Mentioned()
        select Record(
            isMessagingApi
                ? MessagingApi(name, host)
                : new() { ["name"] = Escape(name), ["kind"] = nameof(CustomChannelKind.DirectLine) },
            mentioned,
            ("language", language),
            ("workstream", workstream),
            ("customerFileAttachments", customerFiles));

    private static JsonObject MessagingApi(string name, int host) => new()
    {
        ["name"] = Escape(name),
        ["kind"] = nameof(CustomChannelKind.MessagingApi),
        ["appId"] = new Guid(host, 1, 2, new byte[8]).ToString(),
        ["tenantId"] = new Guid(host, 3, 4, new byte[8]).ToString(),
        ["webhookUrl"] = $"https://Bot{host}.example.com/",
    };

    private static Gen<JsonObject> Setting(string name) =>
        from form in Gen.Choose(0, 3)
        from mentioned in Mentioned()
        select Setting(form, mentioned, Escape(name));

    private static JsonObject Setting(int form, int mentioned, string name) => form switch
    {
        0 =>
            Setting(
                name, AuthChannelType.AppleMessagesForBusiness, AuthenticationType.CodeFlow, "clientId", "clientSecret",
                "scope", "decryptedTokenUrl"),
        1 => Record(
            Setting(
                name,
                AuthChannelType.AppleMessagesForBusiness,
                AuthenticationType.OpenIdConnect,
                "clientId",
                "clientSecret",
                "scope",
                "accessTokenUrl",
                "decryptedTokenUrl"),
            mentioned,
            ("additionalParameters", "prompt=login"),
            ("redirectUrl", null)),
        2 => Setting(
            name, AuthChannelType.LiveChat, AuthenticationType.ImplicitFlow, "publicKeyUrl", "javaScriptFunction"),
        _ => Setting(
            name, AuthChannelType.LiveChat, AuthenticationType.CodeFlow, "clientId", "clientSecret", "scope",
            "accessTokenUrl", "redirectUrl"),
    };

    private static JsonObject Setting(
        string name, AuthChannelType channel, AuthenticationType type, params string[] needs)
    {
        var setting = new JsonObject
        {
            ["name"] = name,
            ["channelType"] = channel.ToString(),
            ["authenticationType"] = type.ToString(),
        };
        foreach (var need in needs)
        {
            setting[need] = need switch
            {
                "clientSecret" => new JsonObject { ["secret"] = "env:ANY" },
                _ when need.EndsWith("Url", StringComparison.Ordinal) => "https://Login.Contoso.example:443/a b",
                _ => "openid  profile",
            };
        }

        return setting;
    }

    private static Gen<JsonObject> Entry(string key, JsonObject setting) =>
        from value in Maybe(Gen.Elements(Names))
        from mentioned in Mentioned()
        select Record(
            new() { ["authSetting"] = Name(setting), ["key"] = Escape(key) }, mentioned,
            ("value", value is null ? null : Escape(value)));

    private static Gen<JsonObject> Merchant(string name) =>
        from host in Gen.Choose(1, 99)
        from networks in Gen.Elements<string[]>(["Visa"], ["Visa", "MasterCard"], ["Discover", "AmericanExpress"])
        from mentioned in Mentioned()
        select Record(
            new()
            {
                ["rowName"] = Escape(name),
                ["merchantName"] = Escape(name),
                ["merchantId"] = $"merchant.{host}",
                ["merchantDomainUrl"] = $"https://shop{host}.example",
                ["gatewayUrl"] = "https://pay.example/",
                ["countryCode"] = "DE",
                ["network"] = Texts(networks),
            },
            mentioned,
            ("fallbackUrl", "https://fallback.example/x"),
            ("orderTrackingUrl", null),
            ("capability", Texts(["ThreeDSecure"])));

    private static Gen<JsonObject> Payment(string name) =>
        from mentioned in Mentioned()
        select Record(
            new() { ["name"] = name, ["applePay"] = name }, mentioned, ("channelType", "AppleMessagesForBusiness"));

    private static Gen<JsonObject> Rich(string name, List<string> tags, List<JsonObject> workstreams) =>
        from locale in Gen.Elements(Languages)
        from type in Gen.Elements(RichMessageType.ListPicker, RichMessageType.Authentication, RichMessageType.ApplePay)
        from number in Gen.Choose(1, 99)
        from state in Gen.Elements("Active", "Inactive")
        from tagged in Some(tags)
        from offered in Some(workstreams)
        from mentioned in Mentioned()
        select Record(
            new()
            {
                ["name"] = Escape(name),
                ["locale"] = locale,
                ["type"] = type.ToString(),
                ["channel"] = "AppleMessagesForBusiness",
                ["json"] = $$"""{"number":{{number}}}""",
            },
            mentioned,
            ("state", state),
            ("tags", Texts(tagged.Select(Escape))),
            ("workstreams", Texts(offered.Select(Name))));

    private static Gen<List<JsonObject>> Maps(
        List<JsonObject> messages, List<JsonObject> settings, List<JsonObject> payments) =>
        from ofSettings in Some(
            from message in OfType(messages, RichMessageType.Authentication)
            from setting in OfApple(settings)
            select new JsonObject { ["richMessage"] = Key(message, "name", "locale"), ["authSetting"] = Name(setting) })
        from ofPayments in Some(
            from message in OfType(messages, RichMessageType.ApplePay)
            from payment in payments
            select new JsonObject { ["richMessage"] = Key(message, "name", "locale"), ["paymentProfile"] = Name(payment) })
        select ofSettings.Concat(ofPayments).ToList();

    private static Gen<JsonObject> Account(
        string name, List<string> workstreams, List<JsonObject> settings, List<JsonObject> payments) =>
        from id in Gen.Choose(1, 99)
        from language in Maybe(Gen.Elements(Languages))
        from workstream in OneOf(workstreams)
        from setting in OneOf([.. OfApple(settings).Select(Name)])
        from payment in OneOf([.. payments.Select(Name)])
        from agentFiles in Maybe(Flag())
        from mentioned in Mentioned()
        select Record(
            new() { ["name"] = Escape(name), ["accountId"] = new Guid(id, 5, 6, new byte[8]).ToString() },
            mentioned,
            ("language", language),
            ("workstream", workstream),
            ("authSetting", setting),
            ("paymentProfile", payment),
            ("agentFileAttachments", agentFiles),
            ("surveyMessage", "How was it?"));

    private static Gen<List<JsonObject>> AutomatedMessages(List<JsonObject> channels, List<JsonObject> accounts) =>
        from forAll in Rows(
            ["Custom", "AppleMessagesForBusiness", "LiveChat"], source => Automated(source, channel: null))
        from custom in ForEach(channels, channel => Rows(["Custom"], source => Automated(source, Name(channel))))
        from apple in ForEach(
            accounts, account => Rows(["AppleMessagesForBusiness"], source => Automated(source, Name(account))))
        select forAll.Concat(custom).Concat(apple).ToList();

    private static Gen<JsonObject> Automated(string source, string? channel) =>
        from trigger in Gen.Elements(AutomatedMessageTrigger.Greeting, AutomatedMessageTrigger.Holiday)
        from recipient in Gen.Elements(Enum.GetNames<MessageRecipient>())
        from language in Gen.Elements(Languages)
        from text in Gen.Elements(Names)
        from mentioned in Mentioned()
        select Record(
            new()
            {
                ["streamSource"] = source,
                ["trigger"] = trigger.ToString(),
                ["recipient"] = recipient,
                ["channel"] = channel,
                ["language"] = language,
                ["message"] = Escape(text),
            },
            mentioned,
            ("name", Escape(text)),
            ("description", null));

    private static Gen<JsonObject> Translation(string language, JsonObject message) =>
        from text in Gen.Elements(Names)
        select new JsonObject
        {
            ["message"] = Key(message, "streamSource", "trigger", "recipient", "channel"),
            ["language"] = language,
            ["text"] = Escape(text),
        };

    private static Gen<JsonObject> Reply(string name, List<string> tags, List<JsonObject> workstreams) =>
        from locale in Gen.Elements(Languages)
        from text in Gen.Elements(Names)
        from tagged in Some(tags)
        from offered in Some(workstreams)
        from mentioned in Mentioned()
        select Record(
            new() { ["name"] = Escape(name), ["locale"] = locale, ["message"] = Escape(text) },
            mentioned,
            ("tags", Texts(tagged.Select(Escape))),
            ("workstreams", Texts(offered.Select(Name))));

    // Of what a document may leave out, it mentions any part.
    private static JsonObject Record(JsonObject record, int mentioned, params (string Name, JsonNode? Value)[] optional)
    {
        foreach (var (pair, index) in optional.Select((pair, index) => (pair, index)))
        {
            if ((mentioned & (1 << index)) != 0)
                record[pair.Name] = pair.Value;
        }

        return record;
    }

    private static JsonObject Key(JsonObject record, params string[] names)
    {
        var key = new JsonObject();
        foreach (var name in names.Where(name => record[name] is not null))
            key[name] = record[name]!.DeepClone();

        return key;
    }

    private static List<string> OfSource(IEnumerable<JsonObject> workstreams, StreamSource source) =>
        [.. workstreams.Where(workstream => Text(workstream, "streamSource") == source.ToString()).Select(Name)];

    private static IEnumerable<JsonObject> OfApple(IEnumerable<JsonObject> settings) =>
        settings.Where(setting => Text(setting, "channelType") == nameof(AuthChannelType.AppleMessagesForBusiness));

    private static IEnumerable<JsonObject> OfType(IEnumerable<JsonObject> messages, RichMessageType type) =>
        messages.Where(message => Text(message, "type") == type.ToString());

    private static string Name(JsonObject record) => Text(record, "name");

    private static string Text(JsonObject record, string name) => record[name]!.GetValue<string>();

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonArray List(IEnumerable<JsonObject> records) => new([.. records]);

    private static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    private static Gen<List<T>> Some<T>(IEnumerable<T> all) =>
        Gen.SubListOf(all.ToArray()).Select(some => some.Take(3).ToList());

    private static Gen<List<JsonObject>> Rows(IEnumerable<string> names, Func<string, Gen<JsonObject>> row) =>
        Some(names).SelectMany(some => Gen.CollectToList(some, row)).Select(rows => rows.ToList());

    private static Gen<List<JsonObject>> ForEach(
        List<JsonObject> owners, Func<JsonObject, Gen<List<JsonObject>>> rows) =>
        Gen.CollectToList(owners, rows).Select(lists => lists.SelectMany(list => list).ToList());

    private static Gen<string?> OneOf(List<string> names) =>
        names.Count == 0 ? Gen.Constant<string?>(null) : Maybe(Gen.Elements<string>([.. names]));

    private static Gen<int> Mentioned() => Gen.Choose(0, 63);

    private static Gen<bool> Flag() => Gen.Elements(true, false);

    private static Gen<string?> Maybe(Gen<string> values) =>
        Gen.OneOf(Gen.Constant<string?>(null), values.Select(value => (string?)value));

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));
}
