using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class DeviceCodeTests
{
    private const string CodeAnswer =
        """
        {"user_code":"ABCD-EFGH","device_code":"device-1","verification_uri":"https://microsoft.com/devicelogin",
        "expires_in":900,"interval":0,"message":"Open the page and enter ABCD-EFGH."}
        """;

    [Fact]
    public async Task The_person_is_shown_the_code_and_the_token_comes_once_it_was_entered()
    {
        var shown = new List<DeviceCode>();
        var transport = new ScriptedTransport()
            .Then(Answers.Json(CodeAnswer))
            .Then(SignInAnswers.Refusal(70016, "authorization_pending"))
            .Then(SignInAnswers.UserToken("token-1"));

        var token = await FirstTokenAsync(Source(transport, shown));

        Assert.Equal("token-1", token);
        Assert.Equal("ABCD-EFGH", Assert.Single(shown).Code);
        Assert.Equal(
            $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/devicecode",
            transport.Requests[0].Url.GetLeftPart(UriPartial.Path));
        Assert.Contains($"{Host}/user_impersonation", transport.Requests[0].Form["scope"], StringComparison.Ordinal);
        Assert.Equal("device-1", transport.Requests[2].Form["device_code"]);
        Assert.False(transport.Requests[2].Form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task A_later_token_comes_without_asking_the_person_again()
    {
        var shown = new List<DeviceCode>();
        var transport = new ScriptedTransport()
            .Then(Answers.Json(CodeAnswer))
            .Then(SignInAnswers.UserToken("token-1"))
            .Then(SignInAnswers.UserToken("token-2"));
        var source = Source(transport, shown);
        var first = await source.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None);

        var second = await source.GetTokenAsync(SilentObserver.Instance, first, CancellationToken.None);

        Assert.Equal("token-2", second.Reveal());
        Assert.Single(shown);
        Assert.Equal("refresh_token", transport.Requests[2].Form["grant_type"]);
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_renewed_says_to_connect_again_and_asks_nobody()
    {
        var shown = new List<DeviceCode>();
        var transport = new ScriptedTransport()
            .Then(Answers.Json(CodeAnswer))
            .Then(SignInAnswers.UserToken("token-1"))
            .Then(SignInAnswers.Refusal(700082, "invalid_grant"));
        var source = Source(transport, shown);
        var first = await source.GetTokenAsync(SilentObserver.Instance, refused: null, CancellationToken.None);

        var error = await Assert.ThrowsAsync<SignInException>(
            async () => await source.GetTokenAsync(SilentObserver.Instance, first, CancellationToken.None));

        Assert.Equal("SignInExpired", error.Id);
        Assert.Single(shown);
    }

    [Fact]
    public async Task A_refusal_to_consent_ends_the_wait()
    {
        var transport = new ScriptedTransport()
            .Then(Answers.Json(CodeAnswer))
            .Then(SignInAnswers.Refusal(65004, "access_denied"));

        var error = await Assert.ThrowsAsync<SignInException>(() => FirstTokenAsync(Source(transport, [])));

        Assert.Equal("ConsentMissing", error.Id);
    }

    [Fact]
    public async Task A_platform_that_cannot_encrypt_gets_no_token_cache()
    {
        var source = Through(Granting()).WithDeviceCode(ClientId, _ => Task.CompletedTask, TokenCacheKind.Encrypted);

        var error = await Assert.ThrowsAsync<SignInException>(() => FirstTokenAsync(source));

        Assert.Equal("TokenCacheCannotEncrypt", error.Id);
    }

    private static IAccessTokenSource Source(ScriptedTransport transport, List<DeviceCode> shown) =>
        Through(transport).WithDeviceCode(
            ClientId,
            code =>
            {
                shown.Add(code);
                return Task.CompletedTask;
            },
            TokenCacheKind.Memory);
}
