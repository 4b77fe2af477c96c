using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Testing.Messaging;

namespace OmnichannelAdmin.Core.Tests.Messaging;

public class ActivityFuzzTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly byte[][] Splinters =
    [
        .. new[] { "\"", "\\", "{", "}", "[", "]", ":", ",", "null", "-1e999", "1e-400", "\\ud800", "\\u0000", "\"type\":1", "\"type\":\"event\",", "�" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xEF, 0xBB, 0xBF],
    ];

    [Fact]
    public void A_payload_with_damaged_bytes_is_read_or_refused_in_words() =>
        Prop.ForAll(DamagedPayloads().ToArbitrary(), IsReadOrRefused).Check(Thorough);

    [Fact]
    public void A_payload_with_values_of_other_kinds_is_read_and_comes_back() =>
        Prop.ForAll(MixedPayloads().ToArbitrary(), json => Activity.Parse(json).ToJson() == json).Check(Thorough);

    private static bool IsReadOrRefused(byte[] payload)
    {
        try
        {
            var activity = Activity.Parse(payload);
            return activity.ToJson().Length > 0
                && activity.ToString() is not null
                && activity.Kind >= ActivityKind.Other;
        }
        catch (OcValidationException e)
        {
            return e.Rule is "ActivityNotJson" or "ActivityNotObject" && e.Message.Length > 20;
        }
    }

    private static Gen<byte[]> DamagedPayloads() =>
        from example in Gen.Elements(ActivityExample.All.ToArray())
        from splinter in Gen.Elements(Splinters)
        from place in Gen.Choose(0, example.Json.Length)
        from length in Gen.Choose(0, 12)
        let bytes = Encoding.UTF8.GetBytes(example.Json)
        let begin = Math.Min(place, bytes.Length)
        select (byte[])[.. bytes[..begin], .. splinter, .. bytes[Math.Min(begin + length, bytes.Length)..]];

    private static Gen<string> MixedPayloads() =>
        from names in Gen.SubListOf(
            "type", "id", "channelId", "conversation", "from", "recipient", "name", "text", "value", "attachments",
            "channelData", "x")
        from values in Gen.ListOf(Values(depth: 3), names.Count)
        select JsonSerializer.Serialize(names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));

    private static Gen<object?> Values(int depth)
    {
        var plain = Gen.Elements<object?>(null, true, "event", "", 7, -0.5, long.MaxValue, 1e300, decimal.MaxValue);
        if (depth == 0)
            return plain;

        var lists = from items in Gen.ListOf(Values(depth - 1)).Resize(4) select (object?)items;
        var objects =
            from value in Values(depth - 1) select (object?)new Dictionary<string,
            object?> { ["id"] = value, ["name"] = "n" };
        return Gen.OneOf(plain, lists, objects);
    }
}
