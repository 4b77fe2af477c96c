using System.Net;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Sandbox.Tests.SignIn;

public sealed class BearerTests : SandboxTest
{
    private readonly ManualTimeProvider _time;

    public BearerTests()
        : this(new ManualTimeProvider())
    {
    }

    private BearerTests(ManualTimeProvider time)
        : base(new SandboxSettings { RequireBearer = true, RequireIssuedToken = true, Time = time }) => _time = time;

    [Fact]
    public async Task Without_a_token_the_answer_tells_where_to_sign_in()
    {
        var answer = await Client.GetAsync("WhoAmI");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(
            $"Bearer authorization_uri=https://login.microsoftonline.com/{Organization.Settings.TenantId}/oauth2/"
                + "authorize, resource_id=https://oc-sandbox.crm4.dynamics.com/",
            answer.Headers["WWW-Authenticate"]);
    }

    [Theory]
    [InlineData("Bearer made-up")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    public async Task A_token_that_was_not_issued_is_refused(string authorization) =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Client.GetAsync("WhoAmI", $"Authorization: {authorization}")).Status);

    [Fact]
    public async Task A_token_says_who_the_caller_is()
    {
        var token = Organization.Tokens.Issue(Organization.Users.BasicUser, TimeSpan.FromHours(1));

        var answer = await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token}");
        Assert.Equal(Organization.Users.BasicUser.ToString(), (string?)answer.Json["UserId"]);
    }

    [Fact]
    public async Task A_token_ends()
    {
        var token = Organization.Tokens.Issue(Organization.Users.BasicUser, TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(
            HttpStatusCode.Unauthorized, (await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token}")).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_refused()
    {
        var token = Organization.Tokens.Issue(Organization.Users.BasicUser, TimeSpan.FromHours(1));
        Organization.Tokens.RevokeAll();

        Assert.Equal(
            HttpStatusCode.Unauthorized, (await Client.GetAsync("WhoAmI", $"Authorization: Bearer {token}")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Authorization: Bearer made-up")]
    public async Task Whoever_has_to_sign_in_needs_a_token_of_the_organization(string header)
    {
        using var organization = new SandboxOrganization();
        using var client = new SandboxClient(organization.CreateSignInHandler(), organization.Settings.Url);

        Assert.Equal(
            HttpStatusCode.Unauthorized, (await client.GetAsync("WhoAmI", header is "" ? [] : [header])).Status);
    }

    [Fact]
    public async Task Where_any_token_will_do_any_text_is_one()
    {
        using var organization = new SandboxOrganization(new SandboxSettings { RequireBearer = true });
        using var client = new SandboxClient(organization) { Token = "TEXT" };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("WhoAmI")).Status);
    }
}
