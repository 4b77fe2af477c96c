using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public class EntraAuthorityTests
{
    private const string Tenant = "7a1e4d52-3c6b-4f0e-9d7a-5b2c8e6f1a30";

    [Fact]
    public void An_authority_that_this_process_serves_is_on_the_loopback() => Assert.Equal(
        $"https://127.0.0.1:44399/{Tenant}",
        EntraAuthority.OfThisProcess(new Uri("https://127.0.0.1:44399"), Tenant).ToString());

    [Theory]
    [InlineData("http://127.0.0.1:44399")]
    [InlineData("https://contoso.example.com")]
    [InlineData("https://10.0.0.1")]
    public void No_other_host_and_no_plain_address_can_be_one(string origin) => Assert.Equal(
        "AuthorityUnknown",
        Assert.Throws<SignInException>(() => EntraAuthority.OfThisProcess(new Uri(origin), Tenant)).Id);

    [Fact]
    public void The_tenant_is_a_tenant_there_too() => Assert.Equal(
        "TenantIdInvalid",
        Assert.Throws<OcValidationException>(
            () => EntraAuthority.OfThisProcess(new Uri("https://localhost"), "../elsewhere")).Rule);
}
