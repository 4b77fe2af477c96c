using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class EntraErrorTests
{
    [Theory]
    [InlineData(7000215, "ClientSecretWrong")]
    [InlineData(7000222, "ClientSecretExpired")]
    [InlineData(700016, "ApplicationUnknown")]
    [InlineData(90002, "TenantUnknown")]
    [InlineData(500011, "EnvironmentNotInTenant")]
    [InlineData(65001, "ConsentMissing")]
    [InlineData(53003, "ConditionalAccess")]
    [InlineData(700027, "CertificateNotRegistered")]
    public async Task A_known_refusal_has_its_own_id_and_says_what_to_do(int code, string id)
    {
        var error = await RefusalAsync(code);

        Assert.Equal(id, error.Id);
        Assert.Contains($"AADSTS{code}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_refusal_repeats_what_entra_says()
    {
        var error = await RefusalAsync(9999999);

        Assert.Equal("SignInRefused", error.Id);
        Assert.Contains("What Entra says", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_refusal_repeats_the_secret()
    {
        var error = await RefusalAsync(7000215);

        Assert.DoesNotContain(SecretText, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_failure_says_that_the_sign_in_service_was_not_reached()
    {
        var transport = new ScriptedTransport { Otherwise = _ => throw new HttpRequestException("No such host.") };

        var error = await Assert.ThrowsAsync<SignInException>(
            () => FirstTokenAsync(Through(transport).WithClientSecret(ClientId, Secure(SecretText))));

        Assert.Equal("SignInUnreachable", error.Id);
    }

    [Fact]
    public void Each_number_has_one_meaning() =>
        Assert.All(
            EntraErrorCatalog.All.SelectMany(info => info.Codes).GroupBy(code => code), same => Assert.Single(same));

    private static Task<SignInException> RefusalAsync(int code) =>
        Assert.ThrowsAsync<SignInException>(() => FirstTokenAsync(
        Through(new ScriptedTransport { Otherwise = _ => SignInAnswers.Refusal(code) })
            .WithClientSecret(ClientId, Secure(SecretText))));
}
