using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Messaging;

public class MessagingAddressTests
{
    private static readonly Guid OrganizationId = new("0f8e2a6c-91b4-4c55-b7a3-6d2f4e8c1b90");

    [Fact]
    public async Task The_scope_comes_from_the_connection()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(new GetOcMessagingScopeCommand());

        Assert.Equal(
            $"https://{environment.Connection.OrganizationId:N}-c.crm4.dynamics.com/.default",
            Assert.Single(pipeline.Output));
    }

    [Theory]
    [InlineData("EUR", null)]
    [InlineData(null, "crm4")]
    public async Task The_scope_needs_no_connection_when_all_is_given(string? region, string? zone)
    {
        var pipeline = await CmdletBody.RunAsync(
            new GetOcMessagingScopeCommand { OrganizationId = OrganizationId, Region = region, Zone = zone });

        Assert.Equal(
            "https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm4.dynamics.com/.default", Assert.Single(pipeline.Output));
    }

    [Theory]
    [InlineData("GCC High", null, "ScopeNotInCloud")]
    [InlineData("Atlantis", null, "RegionUnknown")]
    [InlineData(null, "eu", "ZoneNotOne")]
    [InlineData("EUR", "crm4", "ZoneAndRegion")]
    [InlineData(null, null, "NotConnected")]
    public async Task What_gives_no_scope_is_an_error(string? region, string? zone, string id)
    {
        var pipeline = await CmdletBody.RunAsync(
            new GetOcMessagingScopeCommand { OrganizationId = OrganizationId, Region = region, Zone = zone });

        Assert.Equal(id, Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task The_endpoint_of_a_channel_has_its_headers()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(
            new GetOcMessagingEndpointCommand { Channel = RecordIdentity.Parse("Contoso web") });

        var endpoint = Assert.IsType<MessagingEndpoint>(Assert.Single(pipeline.Output));
        Assert.Equal(channel.Id.ToString(), endpoint.Headers["channel-id"]);
        Assert.StartsWith($"https://m-{environment.Connection.OrganizationId}.eu.", endpoint.ApiUrl.AbsoluteUri);
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_has_no_endpoint()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(
            new GetOcMessagingEndpointCommand { Channel = RecordIdentity.Parse("Nobody") });

        Assert.Equal("RecordNotFound", Assert.Single(pipeline.Errors).Id);
    }
}
