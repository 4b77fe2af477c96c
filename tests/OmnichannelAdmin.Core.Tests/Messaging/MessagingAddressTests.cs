using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Core.Tests.Messaging;

public class MessagingAddressTests
{
    private static readonly Guid OrganizationId = new("0f8e2a6c-91b4-4c55-b7a3-6d2f4e8c1b90");

    [Theory]
    [InlineData("crm4")]
    [InlineData("EUR")]
    [InlineData("europe, middle east and africa")]
    [InlineData("crm4.dynamics.com")]
    public void A_region_is_found_by_name_code_and_zone(string text) =>
        Assert.Equal("crm4.dynamics.com", MessagingRegion.Find(text).DomainSuffix);

    [Fact]
    public void An_unknown_region_is_answered_with_the_known_ones()
    {
        var refusal = Assert.Throws<OcValidationException>(() => MessagingRegion.Find("Atlantis"));

        Assert.Equal("RegionUnknown", refusal.Rule);
        Assert.Contains("Europe, Middle East and Africa (EUR, crm4)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scope_has_the_organization_without_dashes_and_the_zone() => Assert.Equal(
        "https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm4.dynamics.com/.default",
        MessagingScope.Of(OrganizationId, MessagingRegion.Find("EUR")));

    [Fact]
    public void A_zone_newer_than_the_table_has_a_scope_too() => Assert.Equal(
        "https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm23.dynamics.com/.default",
        MessagingScope.Of(OrganizationId, "CRM23"));

    [Theory]
    [InlineData("")]
    [InlineData("eu")]
    [InlineData("crm4.evil.example")]
    [InlineData("crm4\n")]
    public void What_is_no_zone_is_refused(string zone) =>
        Assert.Equal(
            "ZoneNotOne", Assert.Throws<OcValidationException>(() => MessagingScope.Of(OrganizationId, zone)).Rule);

    [Theory]
    [InlineData("GCC High", "US Government High (GCC High)")]
    [InlineData("DoD", "US Department of Defense")]
    [InlineData("CHN", "China (21Vianet)")]
    [InlineData("DEU", "Germany (legacy sovereign, closed)")]
    public void A_cloud_where_the_pattern_cannot_hold_is_refused_by_name(string code, string name)
    {
        var refusal = Assert.Throws<OcValidationException>(
            () => MessagingScope.Of(OrganizationId, MessagingRegion.Find(code)));

        Assert.Equal("ScopeNotInCloud", refusal.Rule);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_empty_organization_has_no_scope() => Assert.Equal(
        "OrganizationIdEmpty",
        Assert.Throws<OcValidationException>(() => MessagingScope.Of(Guid.Empty, "crm")).Rule);

    [Fact]
    public void An_environment_tells_its_region() =>
        Assert.Equal("crm11", MessagingRegion.OfEnvironment(new Uri("https://contoso.crm11.dynamics.com/")).Label);

    [Fact]
    public void An_environment_that_tells_no_region_asks_for_one() => Assert.Equal(
        "RegionNotTold",
        Assert.Throws<OcValidationException>(
            () => MessagingRegion.OfEnvironment(new Uri("https://127.0.0.1:5000/"))).Rule);

    [Theory]
    [InlineData(
        "EUR", "https://m-0f8e2a6c-91b4-4c55-b7a3-6d2f4e8c1b90.eu.omnichannelengagementhub.com/api/v1.0/consumer")]
    [InlineData(
        "GCC", "https://m-0f8e2a6c-91b4-4c55-b7a3-6d2f4e8c1b90.gov.omnichannelengagementhub.us/api/v1.0/consumer")]
    public void The_endpoint_is_on_the_regions_host(string region, string url) => Assert.Equal(
        url, MessagingEndpoint.Of(OrganizationId, MessagingRegion.Find(region), channel: null).ApiUrl.AbsoluteUri);

    [Fact]
    public void The_endpoint_has_the_headers_of_a_channel()
    {
        var channel = new CustomChannel { Id = Guid.NewGuid(), Name = "Contoso web" };

        var endpoint = MessagingEndpoint.Of(OrganizationId, MessagingRegion.Find("EUR"), channel);

        Assert.Equal(channel.Id.ToString(), endpoint.Headers["channel-id"]);
        Assert.Equal(OrganizationId.ToString(), endpoint.Headers["organization-id"]);
    }

    [Fact]
    public void A_cloud_without_the_messaging_api_has_no_endpoint() => Assert.Equal(
        "EndpointNotInCloud",
        Assert.Throws<OcValidationException>(
            () => MessagingEndpoint.Of(OrganizationId, MessagingRegion.Find("DoD"), channel: null)).Rule);

    [Theory]
    [InlineData("/v3/conversations/c-1/activities", "c-1")]
    [InlineData("/api/hook/v3/conversations/a%20b/activities/", "a b")]
    [InlineData("/v3/conversations//activities", null)]
    [InlineData("/v3/conversations/c-1/activities/9", null)]
    [InlineData("/v3/conversations/c-1", null)]
    public void The_path_of_a_post_names_the_conversation(string path, string? conversation) =>
        Assert.Equal(conversation, ActivitiesPath.ConversationIn(path));
}
