namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class EnvironmentUrlTests
{
    [Theory]
    [InlineData("https://contoso.crm4.dynamics.com", "https://contoso.crm4.dynamics.com/")]
    [InlineData("  https://contoso.crm4.dynamics.com/ ", "https://contoso.crm4.dynamics.com/")]
    [InlineData("contoso.crm4.dynamics.com", "https://contoso.crm4.dynamics.com/")]
    [InlineData("CONTOSO.CRM4.Dynamics.com", "https://contoso.crm4.dynamics.com/")]
    [InlineData("contoso.crm4.dynamics.com.", "https://contoso.crm4.dynamics.com/")]
    [InlineData("contoso.crm4.dynamics.com/main.aspx?appid=1#top", "https://contoso.crm4.dynamics.com/")]
    [InlineData("https://contoso.api.crm4.dynamics.com/api/data/v9.2/", "https://contoso.crm4.dynamics.com/")]
    [InlineData("contoso.api.crm.dynamics.com", "https://contoso.crm.dynamics.com/")]
    [InlineData("https://contoso.crm.microsoftdynamics.us", "https://contoso.crm.microsoftdynamics.us/")]
    [InlineData("https://contoso.crm.appsplatform.us", "https://contoso.crm.appsplatform.us/")]
    [InlineData("https://contoso.crm.dynamics.cn", "https://contoso.crm.dynamics.cn/")]
    [InlineData("https://contoso.crm99.dynamics.com", "https://contoso.crm99.dynamics.com/")]
    [InlineData("http://localhost:5000/api/data/v9.2", "http://localhost:5000/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://127.8.9.10", "http://127.8.9.10/")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080/")]
    [InlineData("https://localhost", "https://localhost/")]
    [InlineData("http://loopback", "http://localhost/")]
    public void An_address_as_people_paste_it_becomes_the_origin(string pasted, string origin) =>
        Assert.Equal(origin, EnvironmentUrl.Parse(pasted, allowUnknownHost: false).Origin.AbsoluteUri);

    [Theory]
    [InlineData("", "EnvironmentUrlMissing")]
    [InlineData("   ", "EnvironmentUrlMissing")]
    [InlineData("https://", "EnvironmentUrlInvalid")]
    [InlineData("not a url", "EnvironmentUrlInvalid")]
    [InlineData("http://contoso.crm4.dynamics.com", "EnvironmentUrlNotHttps")]
    [InlineData("ftp://contoso.crm4.dynamics.com", "EnvironmentUrlNotHttps")]
    [InlineData("http://localhost.evil.example", "EnvironmentUrlNotHttps")]
    [InlineData("https://user:secret@contoso.crm4.dynamics.com", "EnvironmentUrlUserInfo")]
    [InlineData("https://contoso.crm4.dynamics.com@evil.example", "EnvironmentUrlUserInfo")]
    [InlineData("https://evil.example", "EnvironmentUrlUnknownHost")]
    [InlineData("https://evil.example/contoso.crm4.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://contoso.crm4.dynamics.com.evil.example", "EnvironmentUrlUnknownHost")]
    [InlineData("https://contosocrm4.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://crm4.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://a.b.crm4.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://contoso.crmx.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://contoso.operations.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://contoso.\u0441rm4.dynamics.com", "EnvironmentUrlUnknownHost")]
    [InlineData("https://192.168.1.10", "EnvironmentUrlUnknownHost")]
    public void An_unsafe_or_unknown_address_is_refused_by_a_rule_with_a_name(string pasted, string rule)
    {
        var refusal = Assert.Throws<OcValidationException>(() => EnvironmentUrl.Parse(pasted, allowUnknownHost: false));

        Assert.Equal((rule, "Url"), (refusal.Rule, refusal.Field));
    }

    [Fact]
    public void A_password_in_the_address_is_not_repeated_in_the_message()
    {
        var refusal = Assert.Throws<OcValidationException>(
            () => EnvironmentUrl.Parse("https://user:hunter2@contoso.crm4.dynamics.com", allowUnknownHost: false));

        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_host_is_accepted_when_it_is_allowed()
    {
        var environment = EnvironmentUrl.Parse("https://dataverse.contoso.example:8443/x", allowUnknownHost: true);

        Assert.Equal("https://dataverse.contoso.example:8443/", environment.Origin.AbsoluteUri);
        Assert.Null(environment.Region);
    }

    [Fact]
    public void Allowing_unknown_hosts_does_not_allow_plain_http() =>
        Assert.Equal(
            "EnvironmentUrlNotHttps",
            Assert.Throws<OcValidationException>(() => EnvironmentUrl.Parse("http://evil.example", true)).Rule);

    [Theory]
    [InlineData("contoso.crm.dynamics.com", "North America")]
    [InlineData("contoso.api.crm11.dynamics.com", "United Kingdom")]
    [InlineData("contoso.crm9.dynamics.com", "US Government Community Cloud (GCC)")]
    [InlineData("contoso.crm.dynamics.cn", "China (21Vianet)")]
    [InlineData("contoso.crm99.dynamics.com", null)]
    [InlineData("http://localhost", null)]
    public void The_host_tells_the_region(string pasted, string? region) =>
        Assert.Equal(region, EnvironmentUrl.Parse(pasted, allowUnknownHost: false).Region?.Name);

    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("https://contoso.crm4.dynamics.com", false)]
    public void This_machine_is_told_from_others(string pasted, bool isLoopback) =>
        Assert.Equal(isLoopback, EnvironmentUrl.Parse(pasted, allowUnknownHost: false).IsLoopback);

    [Fact]
    public void The_api_lives_below_the_origin() =>
        Assert.Equal(
            "https://contoso.crm4.dynamics.com/api/data/v9.2/",
            EnvironmentUrl.Parse("contoso.crm4.dynamics.com", allowUnknownHost: false).ApiRoot.AbsoluteUri);

    [Theory]
    [InlineData("https://contoso.crm4.dynamics.com/api", true)]
    [InlineData("https://CONTOSO.crm4.dynamics.com:443/api", true)]
    [InlineData("http://contoso.crm4.dynamics.com/api", false)]
    [InlineData("https://contoso.crm4.dynamics.com:444/api", false)]
    [InlineData("https://fabrikam.crm4.dynamics.com/api", false)]
    [InlineData("https://me@contoso.crm4.dynamics.com/api", false)]
    public void Scheme_host_and_port_make_the_origin(string url, bool isOrigin)
    {
        var environment = EnvironmentUrl.Parse("contoso.crm4.dynamics.com", allowUnknownHost: false);

        Assert.Equal(isOrigin, environment.IsOriginOf(new Uri(url)));
    }
}
