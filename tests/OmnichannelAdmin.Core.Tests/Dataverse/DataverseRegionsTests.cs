namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class DataverseRegionsTests
{
    [Fact]
    public void No_two_regions_share_a_domain() =>
        Assert.Equal(
            DataverseRegions.All.Count, DataverseRegions.All.Select(region => region.DomainSuffix).Distinct().Count());

    [Fact]
    public void A_messaging_service_provider_row_is_named_exactly_when_it_is_not_ruled_out() =>
        Assert.All(
            DataverseRegions.All,
            region => Assert.Equal(region.MspGeo is null, region.MspGeoConfidence == MspGeoConfidence.None));

    [Fact]
    public void The_messaging_api_has_a_geo_exactly_where_it_has_a_domain() =>
        Assert.All(
            DataverseRegions.All,
            region => Assert.Equal(region.MessagingGeo is null, region.MessagingDomain is null));

    [Fact]
    public void Only_guessed_rows_are_marked_as_a_guess() =>
        Assert.Equal(
            ["crm19", "crm20", "crm21", "crm22"],
            DataverseRegions.All
                .Where(region => region.MspGeoConfidence == MspGeoConfidence.Guess)
                .Select(region => region.Label));

    [Fact]
    public void Gcc_signs_in_at_the_public_cloud_and_messages_in_its_own_zone()
    {
        var gcc = DataverseRegions.FindByDomain("crm9.dynamics.com")!;

        Assert.Equal("login.microsoftonline.com", gcc.Authority.Host);
        Assert.Equal("omnichannelengagementhub.us", gcc.MessagingDomain);
        Assert.Null(gcc.MspGeo);
    }

    [Fact]
    public void A_domain_is_found_in_any_case() =>
        Assert.Equal("Japan", DataverseRegions.FindByDomain("CRM7.Dynamics.Com")?.Name);
}
