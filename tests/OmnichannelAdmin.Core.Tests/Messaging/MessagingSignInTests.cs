using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OmnichannelAdmin.Core.Tests.SignIn;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.Messaging;

/// <summary>The identity library at work against an authority on a real socket with real TLS.</summary>
public sealed class MessagingSignInTests
{
    private const string Scope = "https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm4.dynamics.com/.default";
    private const string Secret = "s3cret+value/with=marks";

    private static readonly AppCredential GivenSecret = AppCredential.OfSecret(SignInSample.Secure(Secret));

    [Fact]
    public async Task A_secret_is_sent_with_the_scope_and_the_grant_that_the_steps_say()
    {
        await using var entra = Granting();

        await AcquireAsync(entra, GivenSecret);

        var form = Assert.Single(entra.TokenRequests).Form;
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal(entra.AppId.ToString(), form["client_id"]);
        Assert.Equal(Secret, form["client_secret"]);
        Assert.Equal(Scope, form["scope"]);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion_that_its_public_key_verifies()
    {
        using var certificate = TestCertificates.WithRsaKey();
        await using var entra = Granting();

        await AcquireAsync(entra, AppCredential.OfCertificate(certificate));

        var form = Assert.Single(entra.TokenRequests).Form;
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        var verdict = await new JsonWebTokenHandler().ValidateTokenAsync(
            form["client_assertion"], new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(certificate),
            ValidIssuer = entra.AppId.ToString(),
            ValidAudience = $"https://login.microsoftonline.com/{entra.TenantId}/oauth2/v2.0/token",
        });
        Assert.True(verdict.IsValid, verdict.Exception?.Message);
    }

    [Fact]
    public async Task A_token_shows_the_claims_that_matter()
    {
        await using var entra = Granting();

        var token = await AcquireAsync(entra, GivenSecret);

        Assert.Equal(Scope, token.Scope);
        Assert.Equal("https://0f8e2a6c91b44c55b7a36d2f4e8c1b90-c.crm4.dynamics.com", token.Audience);
        Assert.Equal(entra.AppId.ToString(), token.AppId);
        Assert.Equal(entra.TenantId.ToString(), token.TenantId);
        Assert.Equal(["Messaging.Send"], token.Roles);
        Assert.InRange(
            token.ExpiresOn!.Value, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(70));
    }

    [Fact]
    public async Task A_token_that_cannot_be_read_is_a_token_all_the_same()
    {
        await using var entra = new EntraUnderTest { TokenAnswer = _ => SignInAnswers.Token("opaque") };

        Assert.Null((await AcquireAsync(entra, GivenSecret)).Audience);
    }

    [Theory]
    [InlineData(7000215, "ClientSecretWrong", "make a client secret and use its value")]
    [InlineData(7000222, "ClientSecretExpired", "come to its end")]
    [InlineData(700016, "ApplicationUnknown", "Set-OcCustomChannel -AppId")]
    [InlineData(90002, "TenantUnknown", "Set-OcCustomChannel -TenantId")]
    [InlineData(500011, "EnvironmentNotInTenant", "Get-OcMessagingScope")]
    [InlineData(700027, "CertificateNotRegistered", "upload it")]
    public async Task A_refusal_is_explained_in_the_words_of_the_steps(int code, string id, string advice)
    {
        await using var entra = new EntraUnderTest { TokenAnswer = _ => SignInAnswers.Refusal(code) };

        var error = await Assert.ThrowsAsync<SignInException>(() => AcquireAsync(entra, GivenSecret));

        Assert.Equal(id, error.Id);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains($"AADSTS{code}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_exposes_no_API_is_told_where_it_would()
    {
        await using var entra = new EntraUnderTest { TokenAnswer = _ => SignInAnswers.Refusal(500011) };

        var error = await Assert.ThrowsAsync<SignInException>(
            () => AcquireAsync(entra, GivenSecret, $"api://{entra.AppId}/.default"));

        Assert.Contains("Expose an API", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Scope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused_before_anything_is_sent()
    {
        using var certificate = TestCertificates.WithRsaKey(
            from: new DateTimeOffset(
                2025, 1, 1, 0, 0, 0, TimeSpan.Zero), until: new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var entra = Granting();

        var error = await Assert.ThrowsAsync<SignInException>(
            () => AcquireAsync(entra, AppCredential.OfCertificate(certificate)));

        Assert.Equal("CertificateExpired", error.Id);
        Assert.Empty(entra.TokenRequests);
    }

    [Fact]
    public async Task A_scope_of_another_form_is_refused()
    {
        await using var entra = Granting();

        var error = await Assert.ThrowsAsync<OcValidationException>(
            () => AcquireAsync(entra, GivenSecret, "https://graph/User.Read"));

        Assert.Equal("ScopeNotDefault", error.Rule);
    }

    private static EntraUnderTest Granting()
    {
        EntraUnderTest? entra = null;
        entra = new EntraUnderTest
        {
            TokenAnswer = _ => SignInAnswers.Token(entra!.Token(
                audience: Scope.Replace("/.default", "", StringComparison.Ordinal),
                claims: new Dictionary<string, object>
                {
                    ["appid"] = entra.AppId.ToString(),
                    ["tid"] = entra.TenantId.ToString(),
                    ["roles"] = new[] { "Messaging.Send" },
                })),
        };
        return entra;
    }

    private static Task<MessagingToken> AcquireAsync(
        EntraUnderTest entra, AppCredential credential, string scope = Scope) =>
        new MessagingSignIn(entra.CreateTransport, TimeProvider.System)
            .AcquireAsync(
                entra.AppId, entra.TenantId, scope, credential, SilentObserver.Instance, CancellationToken.None)
            .InTime();
}
