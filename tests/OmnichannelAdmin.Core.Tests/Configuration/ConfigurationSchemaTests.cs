using System.Text.Json;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class ConfigurationSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ConfigurationSchema.Write()).RootElement;

    public static TheoryData<string> Sections => new(ConfigurationModel.Tables.Select(table => table.Section!));

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_has_the_properties_of_its_table_and_no_others(string section)
    {
        var names = PropertiesOf(section).Select(property => property.Name);

        Assert.Equal(
            ConfigurationModel.PropertiesOf(ConfigurationModel.RequireSection(section))
                .Select(property => property.DocumentName), names);
        Assert.False(Schema.GetProperty("$defs").GetProperty(section).GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void What_an_export_can_write_as_null_may_be_null(string section)
    {
        var table = ConfigurationModel.RequireSection(section);

        Assert.All(
            PropertiesOf(section).Where(
                property => property.Name != table.Key[0].DocumentName && !IsSecret(property.Value)),
            property => Assert.Contains("\"null\"", property.Value.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public void Links_are_a_list_of_keys()
    {
        var tags = PropertiesOf("quickReplies").Single(property => property.Name == "tags").Value;

        Assert.Equal("string", tags.GetProperty("items").GetProperty("type").GetString());
        Assert.True(tags.GetProperty("uniqueItems").GetBoolean());
    }

    [Fact]
    public void A_key_that_is_told_by_a_choice_says_by_which() => Assert.Contains(
        "streamSource is Custom (a custom messaging channel)",
        PropertiesOf("automatedMessages").Single(property => property.Name == "channel").Value.GetRawText(),
        StringComparison.Ordinal);

    private static JsonElement.ObjectEnumerator PropertiesOf(string section) =>
        Schema.GetProperty("$defs").GetProperty(section).GetProperty("properties").EnumerateObject();

    private static bool IsSecret(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) && reference.GetString() == "#/$defs/secret";
}
