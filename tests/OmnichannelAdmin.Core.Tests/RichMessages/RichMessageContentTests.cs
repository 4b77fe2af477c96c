using System.Text.Json.Nodes;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Core.Tests.RichMessages;

public class RichMessageContentTests
{
    private const string Payment = """
        {
          "messageTitle": "Order", "currencyCode": "EUR", "requiredBillingContactFields": ["email"],
          "requiredShippingContactFields": ["POST"], "imageUrl": "https://contoso.example.com/a.png", "imageStyle": "large",
          "shippingMethods": [{ "amount": 0, "label": "Post", "identifier": "post", "detail": "3 days" }],
          "lineItems": [{ "label": "Discount", "amount": -1, "type": "pending" }],
          "total": { "label": "Contoso", "amount": "12.50", "type": "Final" }
        }
        """;

    private const string Balloon = "com.apple.messages.MSMessageExtensionBalloonPlugin";

    [Fact]
    public void All_that_is_documented_of_Apple_Pay_is_taken() =>
        Assert.Empty(RichMessageContent.Check(RichMessageType.ApplePay, Payment, allowGaps: false).Warnings);

    [Theory]
    [InlineData("messageTitle", null, "ContentFieldMissing", "Content.messageTitle")]
    [InlineData("messageTitle", "\" \"", "ContentFieldEmpty", "Content.messageTitle")]
    [InlineData("messageTitle", "7", "ContentFieldNotText", "Content.messageTitle")]
    [InlineData("currencyCode", null, "ContentFieldMissing", "Content.currencyCode")]
    [InlineData("currencyCode", "\"EURO\"", "ContentFieldNotCurrency", "Content.currencyCode")]
    [InlineData("requiredBillingContactFields", null, "ContentFieldMissing", "Content.requiredBillingContactFields")]
    [InlineData("requiredBillingContactFields", "[]", "ContentFieldEmpty", "Content.requiredBillingContactFields")]
    [InlineData(
        "requiredBillingContactFields", "\"email\"", "ContentFieldNotList", "Content.requiredBillingContactFields")]
    [InlineData(
        "requiredBillingContactFields", "[\"fax\"]", "ContentFieldNotAnOption", "Content.requiredBillingContactFields")]
    [InlineData(
        "requiredShippingContactFields", "[\"fax\"]", "ContentFieldNotAnOption",
        "Content.requiredShippingContactFields")]
    [InlineData("imageUrl", "\"logo.png\"", "ContentFieldNotUrl", "Content.imageUrl")]
    [InlineData(
        "shippingMethods", "[{\"amount\":-1,\"label\":\"a\",\"identifier\":\"b\",\"detail\":\"c\"}]",
        "ContentFieldNegative", "Content.shippingMethods[0].amount")]
    [InlineData("shippingMethods", "[{\"amount\":1}]", "ContentFieldMissing", "Content.shippingMethods[0].label")]
    [InlineData(
        "lineItems", "[{\"label\":\"a\",\"amount\":\"much\",\"type\":\"final\"}]", "ContentFieldNotNumber",
        "Content.lineItems[0].amount")]
    [InlineData(
        "lineItems", "[{\"label\":\"a\",\"amount\":1,\"type\":\"soon\"}]", "ContentFieldNotAnOption",
        "Content.lineItems[0].type")]
    [InlineData("lineItems", "[1]", "ContentFieldNotObject", "Content.lineItems[0]")]
    [InlineData("total", null, "ContentFieldMissing", "Content.total")]
    [InlineData(
        "total", "{\"label\":\"a\",\"amount\":0,\"type\":\"final\"}", "ContentFieldNotPositive",
        "Content.total.amount")]
    [InlineData("total", "{\"amount\":1,\"type\":\"final\"}", "ContentFieldMissing", "Content.total.label")]
    public void What_Apple_Pay_cannot_have_is_refused_by_its_path(string field, string? value, string rule, string path)
    {
        var content = JsonNode.Parse(Payment)!.AsObject();
        content[field] = value is null ? null : JsonNode.Parse(value);

        var error = Refused(RichMessageType.ApplePay, content.ToJsonString());

        Assert.Equal((rule, path), (error.Rule, error.Field));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"replymessage":"b"}""", "ContentFieldMissing")]
    [InlineData("""{"receivedmessage":"a"}""", "ContentFieldMissing")]
    [InlineData("""{"receivedmessage":"a","replymessage":3}""", "ContentFieldNotText")]
    [InlineData("""{"receivedmessage":{"title":"a","imageUrl":"x"},"replymessage":"b"}""", "ContentFieldNoImages")]
    [InlineData("""{"receivedmessage":"a","replymessage":"b","imageURL":"x"}""", "ContentFieldNoImages")]
    [InlineData("""{"receivedmessage":"a","ReceivedMessage":"a","replymessage":"b"}""", "ContentFieldTwice")]
    public void What_an_Authentication_message_cannot_have_is_refused(string json, string rule) =>
        Assert.Equal(rule, Refused(RichMessageType.Authentication, json).Rule);

    [Theory]
    [InlineData($$"""{"bid":"{{Balloon}}:TEAM:com.contoso.app","url":"?a=1"}""", null)]
    [InlineData($$"""{"bid":"{{Balloon}}:TEAM","URL":"?a=1"}""", "ContentFieldNotExtension")]
    [InlineData("""{"bid":"com.contoso:TEAM:app","URL":"?a=1"}""", "ContentFieldNotExtension")]
    [InlineData($$"""{"bid":"{{Balloon}}:TEAM:app"}""", "ContentFieldMissing")]
    [InlineData("""{"URL":"?a=1"}""", "ContentFieldMissing")]
    public void Custom_JSON_names_an_extension_and_its_data(string json, string? rule)
    {
        var error = Record.Exception(
            () => RichMessageContent.Check(RichMessageType.CustomJson, json, allowGaps: false));

        Assert.Equal(rule, (error as OcValidationException)?.Rule);
    }

    [Fact]
    public void A_draft_may_lack_what_is_required_but_not_hold_what_is_wrong()
    {
        Assert.Equal("{}", RichMessageContent.Check(RichMessageType.ApplePay, "{ }", allowGaps: true).Json);
        Assert.Throws<OcValidationException>(
            () => RichMessageContent.Check(RichMessageType.ApplePay, """{"currencyCode":"X"}""", allowGaps: true));
    }

    [Fact]
    public void That_only_the_first_shipping_method_counts_is_warned_of()
    {
        var content = JsonNode.Parse(Payment)!.AsObject();
        content["shippingMethods"]!.AsArray().Add(content["shippingMethods"]![0]!.DeepClone());

        var warning = Assert.Single(
            RichMessageContent.Check(RichMessageType.ApplePay, content.ToJsonString(), allowGaps: false).Warnings);

        Assert.Equal("Content.shippingMethods: only the first of them is used.", warning);
    }

    private static OcValidationException Refused(RichMessageType type, string json) =>
        Assert.Throws<OcValidationException>(() => RichMessageContent.Check(type, json, allowGaps: false));
}
