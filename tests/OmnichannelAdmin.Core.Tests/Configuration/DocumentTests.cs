using OmnichannelAdmin.Configuration;
using static OmnichannelAdmin.Core.Tests.Configuration.ConfiguredEnvironment;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public class DocumentTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_accepted()
    {
        var document = Parse("""
            {
              // what people ask us about
              "workstreams": [ { "name": "Web chats", }, ],
            }
            """);

        Assert.Equal("Web chats", Assert.Single(Assert.Single(document.Sections).Records).Key.ToString());
    }

    [Fact]
    public void Names_of_sections_and_properties_are_read_without_case() =>
        Assert.Equal(1, Parse("""{ "Workstreams": [ { "Name": "Web chats" } ] }""").RecordCount);

    [Fact]
    public void The_same_content_is_written_as_the_same_text_whatever_its_order()
    {
        var one = Parse("""{ "workstreams": [ { "name": "b" }, { "name": "A" } ], "customChannels": [] }""");
        var other = Parse("""{ "customChannels": [], "workstreams": [ { "name": "A" }, { "name": "b" } ] }""");

        Assert.Equal(one.ToJson(), other.ToJson());
    }

    [Fact]
    public void A_document_that_is_written_and_read_again_is_the_same()
    {
        var text = Parse("""
            { "customChannels": [ { "name": "Pay ${amount}", "webhookUrl": "https://BOT.example.com:443/", "language": null,
              "customerFileAttachments": true, "workstream": "Web chats" } ] }
            """, ("amount", "$${10}")).ToJson();

        Assert.Equal(text, Parse(text).ToJson());
    }

    [Fact]
    public void A_url_is_written_in_its_normal_form() => Assert.Contains(
        "\"webhookUrl\": \"https://bot.example.com\"",
        Parse("""{ "customChannels": [ { "name": "a", "webhookUrl": "HTTPS://Bot.Example.com:443/" } ] }""").ToJson());

    [Fact]
    public void A_variable_stands_for_its_value() => Assert.Contains(
        "https://bot.contoso.com",
        Parse("""{ "customChannels": [ { "name": "a", "webhookUrl": "https://${host}" } ] }""", ("host", "bot.contoso.com")).ToJson());

    [Fact]
    public void A_variable_can_stand_for_a_flag() => Assert.Contains(
        "\"agentFileAttachments\": true",
        Parse("""{ "customChannels": [ { "name": "a", "agentFileAttachments": "${files}" } ] }""", ("files", "true")).ToJson());

    [Theory]
    [InlineData("""{ "channels": [] }""", "There is no section 'channels'")]
    [InlineData("""{ "workstreams": {} }""", "a section is a list")]
    [InlineData("""{ "workstreams": [ 1 ] }""", "a record is an object")]
    [InlineData("""{ "workstreams": [ { } ] }""", "lacks it: name")]
    [InlineData("""{ "workstreams": [ { "name": "a" }, { "name": "A" } ] }""", "is there 2 times")]
    [InlineData("""{ "workstreams": [ { "name": "a", "name": "b" } ] }""", "is there twice")]
    [InlineData("""{ "workstreams": [], "workstreams": [] }""", "is there 2 times")]
    [InlineData("""{ "workstreams": [ { "name": "a", "colour": "red" } ] }""", "has no property 'colour'")]
    [InlineData("""{ "workstreams": [ { "name": "a", "createdOn": "2026-01-01" } ] }""", "the environment itself decides 'createdOn'")]
    [InlineData("""{ "workstreams": [ { "name": 7 } ] }""", "it must be a text")]
    [InlineData("""{ "customChannels": [ { "name": "a", "kind": "Pigeon" } ] }""", "it must be one of DirectLine")]
    [InlineData("""{ "customChannels": [ { "name": "a", "customerFileAttachments": "yes" } ] }""", "it must be true or false")]
    [InlineData("""{ "customChannels": [ { "name": "a", "appId": "x" } ] }""", "is not a GUID")]
    [InlineData("""{ "customChannels": [ { "name": "a", "workstream": true } ] }""", "the key of a workstream: name")]
    [InlineData("""{ "customChannels": [ { "name": "a", "webhookUrl": "https://${host}" } ] }""", "the variable 'host' has no value")]
    [InlineData("[]", "it must be an object")]
    [InlineData("{", "this is no JSON")]
    public void What_is_wrong_is_said(string json, string words) =>
        Assert.Contains(words, Assert.Throws<ConfigurationException>(() => Parse(json)).Message);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Parse("""{ "workstreams": [ { }, { "name": "" } ], "pigeons": [] }"""));

        Assert.Equal(3, refusal.Problems.Count);
    }

    [Fact]
    public void A_problem_names_section_record_and_property()
    {
        var refusal = Assert.Throws<ConfigurationException>(
            () => Parse("""{ "customChannels": [ { "name": "Contoso web", "kind": 7 } ] }"""));

        Assert.Equal("customChannels 'Contoso web' kind", Assert.Single(refusal.Problems).Location);
    }
}
