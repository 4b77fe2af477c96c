using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class FederatedTokenTests
{
    [Fact]
    public async Task The_outside_token_is_the_assertion()
    {
        var transport = Granting();

        await FirstTokenAsync(
            Through(transport).WithFederatedToken(ClientId, (_, _) => Task.FromResult("outside-token")));

        var form = Assert.Single(transport.Requests).Form;
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.Equal("outside-token", form["client_assertion"]);
    }

    [Fact]
    public async Task Each_renewal_asks_for_a_fresh_outside_token()
    {
        var number = 0;
        var transport = Granting();
        var source = Through(transport).WithFederatedToken(ClientId, (_, _) => Task.FromResult($"outside-{++number}"));
        var first = await source.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None);

        await source.GetTokenAsync(SilentObserver.Instance, refused: first, CancellationToken.None);

        Assert.Equal(
            ["outside-1", "outside-2"], transport.Requests.Select(request => request.Form["client_assertion"]));
    }

    [Fact]
    public async Task The_observer_of_the_request_reaches_the_one_who_hands_out_the_outside_token()
    {
        var observer = new RecordingObserver();
        IDataverseObserver? seen = null;
        var source = Through(Granting()).WithFederatedToken(ClientId, (asking, _) =>
        {
            seen = asking;
            return Task.FromResult("outside-token");
        });

        await FirstTokenAsync(source, observer);

        Assert.Same(observer, seen);
    }

    [Fact]
    public void An_application_needs_a_tenant()
    {
        var anywhere = EntraAuthority.Of(Authority.Host, EntraAuthority.AnyOrganization);
        var entra = new EntraSignIn(SignInSample.Environment, anywhere, () => Granting(), TimeProvider.System);

        var error = Assert.Throws<SignInException>(
            () => entra.WithFederatedToken(ClientId, (_, _) => Task.FromResult("t")));

        Assert.Equal("TenantMissing", error.Id);
    }
}
