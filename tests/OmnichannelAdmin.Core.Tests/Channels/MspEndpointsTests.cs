using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Core.Tests.Channels;

public class MspEndpointsTests
{
    [Theory]
    [InlineData("Asia-Pacific", "apac")]
    [InlineData("Australia", "aus")]
    [InlineData("Canada", "can")]
    [InlineData("Europe", "eur")]
    [InlineData("France", "fra")]
    [InlineData("Germany", "ger")]
    [InlineData("India", "ind")]
    [InlineData("Japan", "jpn")]
    [InlineData("North America", "nam")]
    [InlineData("South America", "sam")]
    [InlineData("Switzerland", "che")]
    [InlineData("United Arab Emirates", "uae")]
    [InlineData("United Kingdom", "uk")]
    public void A_geo_has_the_address_of_the_table(string geo, string code)
    {
        var endpoint = Assert.Single(MspEndpoints.Find(new NamePattern(geo)));

        Assert.Equal(code, endpoint.Code);
        Assert.Equal(
            $"https://dynamics365-omnichannel-{code}.omnichannelengagementhub.com/applemessagesforbusiness",
            endpoint.Uri.AbsoluteUri);
    }

    [Fact]
    public void The_table_has_thirteen_rows() => Assert.Equal(13, MspEndpoints.All.Count);

    [Theory]
    [InlineData("UK", "United Kingdom")]
    [InlineData("*america", "North America,South America")]
    [InlineData("a?s", "Australia")]
    [InlineData("Mars*", "")]
    public void A_geo_is_found_by_name_code_and_wildcards(string pattern, string expected) =>
        Assert.Equal(
            expected, string.Join(',', MspEndpoints.Find(new NamePattern(pattern)).Select(endpoint => endpoint.Geo)));

    [Fact]
    public void A_geo_without_a_row_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<OcValidationException>(() => MspEndpoints.Find(new NamePattern("Brazil")));

        Assert.Equal("MspGeoUnknown", error.Rule);
        Assert.Contains("South America", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crm", "nam", false)]
    [InlineData("crm4", "eur", false)]
    [InlineData("crm11", "uk", false)]
    [InlineData("crm19", "eur", true)]
    [InlineData("crm20", "apac", true)]
    [InlineData("crm21", "apac", true)]
    [InlineData("crm22", "eur", true)]
    public void An_environment_has_the_row_of_its_domain(string domain, string code, bool guess)
    {
        var endpoint = MspEndpoints.ForEnvironment(new Uri($"https://contoso.{domain}.dynamics.com"), out var isGuess);

        Assert.Equal(code, endpoint.Code);
        Assert.Equal(guess, isGuess);
    }

    [Theory]
    [InlineData("https://contoso.crm9.dynamics.com", "MspRegionHasNone")]
    [InlineData("https://contoso.crm14.dynamics.com", "MspRegionHasNone")]
    [InlineData("https://contoso.crm.microsoftdynamics.us", "MspRegionHasNone")]
    [InlineData("https://contoso.crm.dynamics.cn", "MspRegionHasNone")]
    [InlineData("https://localhost:8443", "MspRegionUnknown")]
    [InlineData("https://contoso.crm99.dynamics.com", "MspRegionUnknown")]
    public void An_environment_without_a_row_is_refused(string environment, string rule) =>
        Assert.Equal(
            rule, Assert.Throws<OcValidationException>(
                () => MspEndpoints.ForEnvironment(new Uri(environment), out _)).Rule);

    [Fact]
    public void Every_region_that_names_a_geo_names_one_of_the_table() => Assert.All(
        DataverseRegions.All.Where(region => region.MspGeo is not null),
        region => Assert.Contains(MspEndpoints.All, endpoint => endpoint.Geo == region.MspGeo));
}
