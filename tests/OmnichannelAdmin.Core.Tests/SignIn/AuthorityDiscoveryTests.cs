using System.Net;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class AuthorityDiscoveryTests
{
    private static readonly DataverseClientOptions OneAttempt = new() { MaxAttempts = 1 };

    [Fact]
    public async Task The_tenant_comes_from_the_challenge()
    {
        var transport = Challenging($"https://login.microsoftonline.com/{Tenant}/oauth2/authorize", $"{Host}/");

        var authority = await FindAsync(transport);

        Assert.Equal($"https://login.microsoftonline.com/{Tenant}", authority.ToString());
        Assert.Null(Assert.Single(transport.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task Common_means_any_organization()
    {
        var authority = await FindAsync(Challenging("https://login.windows.net/common/oauth2/authorize", Host));

        Assert.Equal("https://login.microsoftonline.com/organizations", authority.ToString());
        Assert.False(authority.NamesTenant);
    }

    [Fact]
    public async Task A_given_tenant_of_a_known_region_needs_no_question()
    {
        var transport = new ScriptedTransport();

        var authority = await FindAsync(transport, tenant: "contoso.onmicrosoft.com");

        Assert.Equal("https://login.microsoftonline.com/contoso.onmicrosoft.com", authority.ToString());
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData("https://contoso.crm9.dynamics.com", "https://login.microsoftonline.com/")]
    [InlineData("https://contoso.crm.microsoftdynamics.us", "https://login.microsoftonline.us/")]
    [InlineData("https://contoso.crm.appsplatform.us", "https://login.microsoftonline.us/")]
    [InlineData("https://contoso.crm.dynamics.cn", "https://login.partner.microsoftonline.cn/")]
    public async Task Each_cloud_signs_in_at_its_own_entra(string environment, string authority)
    {
        var found = await FindAsync(new ScriptedTransport(), environment, tenant: Tenant);

        Assert.Equal(authority, found.Host.AbsoluteUri);
    }

    [Fact]
    public async Task A_challenge_of_china_may_use_the_clouds_older_name()
    {
        var transport = Challenging($"https://login.chinacloudapi.cn/{Tenant}/oauth2/authorize", resource: null);

        var found = await FindAsync(transport, "https://contoso.crm.dynamics.cn");

        Assert.Equal("login.partner.microsoftonline.cn", found.Host.Host);
    }

    [Theory]
    [InlineData("https://login.evil.example/t/oauth2/authorize", "ChallengeAuthorityForeign")]
    [InlineData("https://login.microsoftonline.com.evil.example/t/oauth2/authorize", "ChallengeAuthorityForeign")]
    [InlineData("https://login.microsoftonline.us/t/oauth2/authorize", "ChallengeAuthorityForeign")]
    [InlineData("http://login.microsoftonline.com/t/oauth2/authorize", "ChallengeAuthorityUnsafe")]
    [InlineData("https://login.microsoftonline.com:8443/t/oauth2/authorize", "ChallengeAuthorityUnsafe")]
    [InlineData("https://login.microsoftonline.com@evil.example/t/oauth2/authorize", "ChallengeAuthorityUnsafe")]
    [InlineData("not-a-url", "ChallengeMissing")]
    public async Task An_authority_that_could_lead_a_secret_astray_is_refused(string authorization, string id)
    {
        var error = await RefusalAsync(Challenging(authorization, Host));

        Assert.Equal(id, error.Id);
    }

    [Theory]
    [InlineData("https://fabrikam.crm4.dynamics.com/")]
    [InlineData("https://graph.microsoft.com")]
    [InlineData("http://contoso.crm4.dynamics.com/")]
    [InlineData("00000007-0000-0000-c000-000000000000")]
    public async Task A_token_for_anything_but_the_environment_is_refused(string resource)
    {
        var error = await RefusalAsync(
            Challenging($"https://login.microsoftonline.com/{Tenant}/oauth2/authorize", resource));

        Assert.Equal("ChallengeResourceForeign", error.Id);
    }

    [Fact]
    public async Task A_host_without_a_challenge_is_told_apart_from_one_without_an_environment()
    {
        var silent = new ScriptedTransport().Then(Answers.Status(HttpStatusCode.Unauthorized));
        var absent = new ScriptedTransport().Then(Answers.Status(HttpStatusCode.NotFound));

        Assert.Equal("ChallengeMissing", (await RefusalAsync(silent)).Id);
        Assert.Equal("EnvironmentNotFound", (await RefusalAsync(absent)).Id);
    }

    [Theory]
    [InlineData("../common")]
    [InlineData("contoso.com/v2")]
    [InlineData("")]
    public async Task A_tenant_that_is_no_name_is_refused(string tenant)
    {
        var error = await Assert.ThrowsAsync<OcValidationException>(
            () => FindAsync(new ScriptedTransport(), tenant: tenant));

        Assert.Equal("TenantIdInvalid", error.Rule);
    }

    private static ScriptedTransport Challenging(string authorization, string? resource) =>
        new ScriptedTransport().Then(SignInAnswers.Challenge(authorization, resource));

    private static Task<SignInException> RefusalAsync(ScriptedTransport transport) =>
        Assert.ThrowsAsync<SignInException>(() => FindAsync(transport));

    private static Task<EntraAuthority> FindAsync(
        ScriptedTransport transport, string environment = Host, string? tenant = null) =>
        new AuthorityDiscovery(() => transport, OneAttempt, TimeProvider.System).FindAsync(
            EnvironmentUrl.Parse(environment, allowUnknownHost: true),
            tenant,
            SilentObserver.Instance,
            CancellationToken.None);
}
