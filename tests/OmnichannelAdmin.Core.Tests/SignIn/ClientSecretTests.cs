using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class ClientSecretTests
{
    [Fact]
    public async Task The_secret_goes_to_the_tenants_token_endpoint_with_the_environments_scope()
    {
        var transport = Granting();

        var token = await FirstTokenAsync(Through(transport).WithClientSecret(ClientId, Secure(SecretText)));

        Assert.Equal("token-1", token);
        var request = Assert.Single(transport.Requests);
        Assert.Equal(TokenUrl, request.Url.GetLeftPart(UriPartial.Path));
        Assert.Equal("client_credentials", request.Form["grant_type"]);
        Assert.Equal(ClientId.ToString(), request.Form["client_id"]);
        Assert.Equal(SecretText, request.Form["client_secret"]);
        Assert.Equal($"{Host}/.default", request.Form["scope"]);
    }

    [Fact]
    public async Task The_log_shows_the_request_and_nothing_of_the_secret_or_the_token()
    {
        var observer = new RecordingObserver();

        await FirstTokenAsync(
            Through(Granting("the-token")).WithClientSecret(ClientId, Secure(SecretText)), observer);

        var trace = Assert.Single(observer.Traces);
        Assert.Equal(HttpMethod.Post, trace.Method);
        var shown = string.Join(
            "\n",
            trace.RequestHeaders.Concat(trace.ResponseHeaders).Select(header => $"{header.Key}: {header.Value}")
                .Append(trace.ToString()));
        Assert.DoesNotContain(SecretText, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("the-token", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_not_answered_from_a_cache()
    {
        var transport = new ScriptedTransport().Then(SignInAnswers.Token("token-1"))
            .Then(SignInAnswers.Token("token-2"));
        var source = Through(transport).WithClientSecret(ClientId, Secure(SecretText));
        var first = await source.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None);

        var second = await source.GetTokenAsync(SilentObserver.Instance, refused: first, CancellationToken.None);

        Assert.Equal("token-2", second.Reveal());
    }

    [Fact]
    public async Task The_given_secret_may_be_disposed_of_before_the_first_token()
    {
        var transport = Granting();
        var secret = Secure(SecretText);
        var source = Through(transport).WithClientSecret(ClientId, secret);
        secret.Dispose();

        await FirstTokenAsync(source);

        Assert.Equal(SecretText, transport.Requests[0].Form["client_secret"]);
    }
}
