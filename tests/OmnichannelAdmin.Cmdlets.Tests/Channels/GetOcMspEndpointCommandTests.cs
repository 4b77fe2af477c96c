using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class GetOcMspEndpointCommandTests
{
    [Fact]
    public async Task Without_a_geo_all_rows_are_listed() =>
        Assert.Equal(MspEndpoints.All, (await RunAsync(new())).Output);

    [Fact]
    public async Task A_row_that_two_patterns_name_is_listed_once() =>
        Assert.Equal(
            "uk",
            Assert.IsType<MspEndpoint>(
                Assert.Single((await RunAsync(new() { Geo = ["uk", "United K*"] })).Output)).Code);

    [Fact]
    public async Task A_connection_picks_its_own_row()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await RunAsync(new() { Connection = [environment.Connection] });

        Assert.Equal("eur", Assert.IsType<MspEndpoint>(Assert.Single(pipeline.Output)).Code);
        Assert.Empty(pipeline.Warnings);
        Assert.Empty(environment.Organization.Requests.Entries);
    }

    [Fact]
    public async Task A_guess_is_said_to_be_one()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            url: new Uri("https://contoso.crm22.dynamics.com"));

        var pipeline = await RunAsync(new() { Connection = [environment.Connection] });

        Assert.Contains("guess", Assert.Single(pipeline.Warnings), StringComparison.Ordinal);
        Assert.Single(pipeline.Output);
    }

    [Fact]
    public async Task A_region_without_a_row_is_an_error()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            url: new Uri("https://contoso.crm9.dynamics.com"));

        var pipeline = await RunAsync(new() { Connection = [environment.Connection] });

        Assert.Equal("MspRegionHasNone", Assert.Single(pipeline.Errors).Id);
    }

    private static async Task<RecordingPipeline> RunAsync(GetOcMspEndpointCommand command)
    {
        var pipeline = new RecordingPipeline();
        await command.RunGuardedAsync(pipeline, CancellationToken.None);
        return pipeline;
    }
}
