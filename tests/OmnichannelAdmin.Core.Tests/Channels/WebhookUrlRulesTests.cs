using OmnichannelAdmin.Channels;

namespace OmnichannelAdmin.Core.Tests.Channels;

public class WebhookUrlRulesTests
{
    [Theory]
    [InlineData("https://contoso-bot.example.com")]
    [InlineData("https://contoso-bot.example.com/api")]
    [InlineData("https://contoso-bot.example.com:8443/a/b/")]
    [InlineData("https://bücher.example/hook")]
    public void A_base_address_is_accepted(string address) =>
        WebhookUrlRules.Check(new Uri(address), allowLocal: false);

    [Theory]
    [InlineData("http://bot.example.com", "WebhookUrlNotHttps")]
    [InlineData("bot.example.com", "WebhookUrlNotHttps")]
    [InlineData("ftp://bot.example.com", "WebhookUrlNotHttps")]
    [InlineData("https://user:pass@bot.example.com", "WebhookUrlHasUserInfo")]
    [InlineData("https://bot.example.com/api?code=1", "WebhookUrlHasQuery")]
    [InlineData("https://bot.example.com/api?", "WebhookUrlHasQuery")]
    [InlineData("https://bot.example.com/#top", "WebhookUrlHasFragment")]
    [InlineData("https://bot.example.com/v3/conversations/1/activities", "WebhookUrlHasActivitiesPath")]
    [InlineData("https://bot.example.com/api/V3/Conversations", "WebhookUrlHasActivitiesPath")]
    [InlineData("https://localhost/hook", "WebhookUrlIsLoopback")]
    [InlineData("https://127.0.0.1/hook", "WebhookUrlIsLoopback")]
    [InlineData("https://203.0.113.7/hook", "WebhookUrlIsIpAddress")]
    [InlineData("https://[2001:db8::1]/hook", "WebhookUrlIsIpAddress")]
    public void A_bad_address_is_refused_by_its_rule(string address, string rule) =>
        Assert.Equal(rule, Refusal(address).Rule);

    [Fact]
    public void An_address_of_500_characters_fits() => WebhookUrlRules.Check(AddressOf(500), allowLocal: false);

    [Fact]
    public void An_address_of_501_characters_is_refused() =>
        Assert.Equal("WebhookUrlTooLong", Refusal(AddressOf(501).OriginalString).Rule);

    [Theory]
    [InlineData("https://localhost:5001")]
    [InlineData("https://203.0.113.7")]
    public void A_local_address_is_accepted_when_the_caller_insists(string address) =>
        WebhookUrlRules.Check(new Uri(address), allowLocal: true);

    [Fact]
    public void A_password_in_the_address_is_not_repeated() =>
        Assert.DoesNotContain("pass", Refusal("https://user:pass@bot.example.com").Message.Replace("password", ""));

    private static Uri AddressOf(int length) => new("https://bot.example.com/".PadRight(length, 'x'));

    private static OcValidationException Refusal(string address) => Assert.Throws<OcValidationException>(
        () => WebhookUrlRules.Check(new Uri(address, UriKind.RelativeOrAbsolute), allowLocal: false));
}
