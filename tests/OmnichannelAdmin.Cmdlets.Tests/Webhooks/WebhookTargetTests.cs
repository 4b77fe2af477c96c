using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Cmdlets.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Tests.Webhooks;

public class WebhookTargetTests
{
    private static readonly Uri Url = new("https://contoso-bot.example.com");

    [Fact]
    public void A_channel_brings_its_app_along()
    {
        var channel = new CustomChannel
        {
            Id = Guid.NewGuid(),
            Name = "Contoso web",
            WebhookUrl = Url,
            AppId = ChannelExamples.AppId.ToString(),
            TenantId = ChannelExamples.OtherTenant.ToString(),
        };

        var target = WebhookTargetTransformationAttribute.Convert(channel);

        Assert.Equal(Url, target.Url);
        Assert.Equal("Contoso web", target.Channel);
        Assert.Equal(ChannelExamples.AppId, target.AppId);
        Assert.Equal(ChannelExamples.OtherTenant, target.TenantId);
    }

    [Fact]
    public void Text_is_a_URL() =>
        Assert.Equal(Url, WebhookTargetTransformationAttribute.Convert(Url.OriginalString).Url);

    [Fact]
    public void A_channel_without_a_webhook_is_refused_by_name()
    {
        var target = WebhookTargetTransformationAttribute.Convert(new CustomChannel { Name = "Bot" });

        var refusal = Assert.Throws<OcValidationException>(() => target.RequiredUrl);

        Assert.Equal("ChannelHasNoWebhook", refusal.Rule);
        Assert.Contains("'Bot'", refusal.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(7)]
    public void Anything_else_is_refused(object? input) =>
        Assert.Throws<ArgumentTransformationMetadataException>(
            () => WebhookTargetTransformationAttribute.Convert(input));
}
