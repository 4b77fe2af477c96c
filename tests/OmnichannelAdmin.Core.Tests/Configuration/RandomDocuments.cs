using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OmnichannelAdmin.Channels;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>Makes configuration documents, as JSON, that an environment can be made like.</summary>
internal static class RandomDocuments
{
    private static readonly string[] Names =
        ["Contoso", "contoso web", "Grüße an Zoë", "日本語", "a \"quoted\" name", "C:\\temp", "100 % ${sure}", "$${", "<b>&amp;</b>", "O'Neill"];

    private static readonly string[] Languages = ["en-US", "de-DE", "ja-JP"];

    public static Arbitrary<string> All => Documents().ToArbitrary();

    private static Gen<string> Documents() =>
        from workstreams in Gen.SubListOf(Names)
        from channels in Gen.SubListOf(Names).SelectMany(names => Gen.CollectToList(names, name => Channel(name, [.. workstreams])))
        select new JsonObject
        {
            ["customChannels"] = new JsonArray([.. channels]),
            ["workstreams"] = new JsonArray([.. workstreams.Select(name => new JsonObject { ["name"] = Escape(name), ["streamSource"] = "Custom" })]),
        }.ToJsonString();

    private static Gen<JsonObject> Channel(string name, string[] workstreams) =>
        from isMessagingApi in Flag()
        from host in Gen.Choose(1, 99)
        from language in Maybe(Gen.Elements(Languages))
        from workstream in workstreams.Length == 0 ? Gen.Constant<string?>(null) : Maybe(Gen.Elements(workstreams))
        from customerFiles in Maybe(Flag())
        from agentFiles in Maybe(Flag())
        from mentioned in Gen.Choose(0, 15)
        select Channel(name, isMessagingApi ? host : null, mentioned, new Dictionary<string, JsonNode?>
        {
            ["language"] = language,
            ["workstream"] = workstream is null ? null : Escape(workstream),
            ["customerFileAttachments"] = customerFiles,
            ["agentFileAttachments"] = agentFiles,
        });

    private static JsonObject Channel(string name, int? host, int mentioned, Dictionary<string, JsonNode?> optional)
    {
        var channel = new JsonObject { ["name"] = Escape(name), ["kind"] = CustomChannelKind.DirectLine.ToString() };
        if (host is not null)
        {
            channel["kind"] = CustomChannelKind.MessagingApi.ToString();
            channel["appId"] = new Guid(host.Value, 1, 2, new byte[8]).ToString();
            channel["tenantId"] = new Guid(host.Value, 3, 4, new byte[8]).ToString();
            channel["webhookUrl"] = $"https://Bot{host}.example.com/";
        }

        foreach (var (pair, index) in optional.Select((pair, index) => (pair, index)))
        {
            if ((mentioned & (1 << index)) != 0)
                channel[pair.Key] = pair.Value;
        }

        return channel;
    }

    private static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    private static Gen<bool> Flag() => Gen.Elements(true, false);

    private static Gen<string?> Maybe(Gen<string> values) => Gen.OneOf(Gen.Constant<string?>(null), values.Select(value => (string?)value));

    private static Gen<bool?> Maybe(Gen<bool> values) => Gen.OneOf(Gen.Constant<bool?>(null), values.Select(value => (bool?)value));
}
