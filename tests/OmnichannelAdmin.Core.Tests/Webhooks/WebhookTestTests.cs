using System.Net;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.SignIn;
using OmnichannelAdmin.Testing.Webhooks;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

/// <summary>Real sockets and real TLS on this machine.</summary>
public sealed class WebhookTestTests(WebhookCertificates certificates) : IClassFixture<WebhookCertificates>
{
    private const string Good = "the-right-bearer";

    private static readonly string[] CertificateChecks =
    [
        WebhookCheckNames.CertificateTrust,
        WebhookCheckNames.CertificateIssuer,
        WebhookCheckNames.CertificateName,
        WebhookCheckNames.CertificateExpiry,
    ];

    [Fact]
    public async Task A_webhook_that_checks_its_bearer_passes_with_one()
    {
        var result = await TestAsync(certificates.Good, Careful, settings => settings with { Bearer = Token(Good) });

        Assert.True(result.Passed);
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.UnsignedPost));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.ForgedPost));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.Answer));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.Encryption));
        Assert.Matches("^Median [0-9]+ ms, maximum [0-9]+ ms over 3 posts", Detail(result, WebhookCheckNames.Latency));
    }

    [Fact]
    public async Task Each_check_is_there_in_order() => Assert.Equal(
        WebhookCheckNames.All,
        (await TestAsync(certificates.Good, Careful)).Checks.Select(check => check.Name));

    [Fact]
    public async Task Without_a_bearer_the_answer_of_a_careful_webhook_is_skipped_not_failed()
    {
        var result = await TestAsync(certificates.Good, Careful);

        Assert.True(result.Passed);
        Assert.Equal(CheckOutcome.Skipped, Outcome(result, WebhookCheckNames.Answer));
        Assert.Equal(CheckOutcome.Skipped, Outcome(result, WebhookCheckNames.Latency));
    }

    [Fact]
    public async Task A_loopback_host_is_a_warning() =>
        Assert.Equal(
            CheckOutcome.Warning, Outcome(await TestAsync(certificates.Good, Careful), WebhookCheckNames.Address));

    [Fact]
    public async Task A_private_root_is_a_warning() => Assert.Equal(
        CheckOutcome.Warning, Outcome(await TestAsync(certificates.Good, Careful), WebhookCheckNames.CertificateTrust));

    [Fact]
    public async Task A_webhook_that_takes_unsigned_posts_is_warned_about_and_measured()
    {
        var result = await TestAsync(certificates.Good, _ => HttpStatusCode.OK);

        Assert.Equal(CheckOutcome.Warning, Outcome(result, WebhookCheckNames.UnsignedPost));
        Assert.Equal(CheckOutcome.Warning, Outcome(result, WebhookCheckNames.ForgedPost));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.Answer));
    }

    [Fact]
    public async Task A_webhook_that_wants_a_bearer_and_does_not_check_it_fails()
    {
        var result = await TestAsync(
            certificates.Good, bearer => bearer is null ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);

        Assert.Equal([WebhookCheckNames.ForgedPost], Failed(result));
    }

    [Fact]
    public async Task A_webhook_that_answers_500_fails_with_the_status()
    {
        var result = await TestAsync(certificates.Good, _ => HttpStatusCode.InternalServerError);

        Assert.Equal([WebhookCheckNames.Answer], Failed(result));
        Assert.Contains("500", Detail(result, WebhookCheckNames.Answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_answers_202_is_warned_about() => Assert.Equal(
        CheckOutcome.Warning,
        Outcome(await TestAsync(certificates.Good, _ => HttpStatusCode.Accepted), WebhookCheckNames.Answer));

    [Fact]
    public async Task A_webhook_that_refuses_the_right_bearer_fails()
    {
        var result = await TestAsync(
            certificates.Good, Careful, settings => settings with { Bearer = Token("another") });

        Assert.Equal([WebhookCheckNames.Answer], Failed(result));
    }

    [Fact]
    public async Task A_webhook_that_hangs_fails_when_the_time_is_over()
    {
        // The certificates are as old as the machine's clock says.
        var time = new ManualTimeProvider();
        time.Advance(TimeProvider.System.GetUtcNow() - time.GetUtcNow());
        await using var webhook = new WebhookUnderTest(certificates.Good, async (_, cancellationToken) =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return HttpStatusCode.OK;
        });

        var result = await TestAsync(webhook, settings => settings with { Time = time });

        Assert.Equal([WebhookCheckNames.Answer], Failed(result));
        Assert.Contains("not within 10 s", Detail(result, WebhookCheckNames.Answer), StringComparison.Ordinal);
        Assert.Single(webhook.Posts);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_named_and_nothing_is_posted()
    {
        await using var webhook = new WebhookUnderTest(certificates.SelfSigned, Careful);

        var result = await TestAsync(webhook);

        Assert.Equal([WebhookCheckNames.CertificateTrust, WebhookCheckNames.CertificateIssuer], Failed(result));
        Assert.Empty(webhook.Posts);
    }

    [Fact]
    public async Task An_expired_certificate_is_named() =>
        Assert.Equal([WebhookCheckNames.CertificateExpiry], Failed(await TestAsync(certificates.Expired, Careful)));

    [Fact]
    public async Task A_certificate_that_expires_soon_is_a_warning_with_the_days()
    {
        var result = await TestAsync(certificates.EndsSoon, Careful);

        Assert.Equal(CheckOutcome.Warning, Outcome(result, WebhookCheckNames.CertificateExpiry));
        Assert.Contains("5 days", Detail(result, WebhookCheckNames.CertificateExpiry), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_named()
    {
        var result = await TestAsync(certificates.OtherHost, Careful);

        Assert.Equal([WebhookCheckNames.CertificateName], Failed(result));
        Assert.Contains("other.example", Detail(result, WebhookCheckNames.CertificateName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_root_a_private_authority_is_not_trusted() => Assert.Equal(
        [WebhookCheckNames.CertificateTrust],
        Failed(await TestAsync(certificates.Good, Careful, settings => settings with { TrustedRoots = null })));

    [Fact]
    public async Task A_port_where_nobody_listens_fails_at_TCP()
    {
        var webhook = new WebhookUnderTest(certificates.Good, Careful);
        await webhook.DisposeAsync();

        var result = await TestAsync(webhook);

        Assert.Equal([WebhookCheckNames.Connection], Failed(result));
        Assert.All(CertificateChecks, name => Assert.Equal(CheckOutcome.Skipped, Outcome(result, name)));
    }

    [Fact]
    public async Task A_port_that_speaks_no_TLS_fails_at_TLS()
    {
        await using var plain = Sandbox.Loopback.LoopbackServer.Start((_, _) => Task.FromResult(Answers.NoContent()));

        var result = await TestAsync(new Uri($"https://localhost:{plain.Url.Port}"), settings => settings);

        Assert.Equal([WebhookCheckNames.Encryption], Failed(result));
    }

    [Fact]
    public async Task A_host_without_an_address_fails_at_DNS() => Assert.Equal(
        [WebhookCheckNames.Lookup],
        Failed(await TestAsync(new Uri("https://no-such-host.invalid/hook"), settings => settings)));

    [Theory]
    [InlineData("http://bot.example.com")]
    [InlineData("https://bot.example.com/v3/conversations")]
    [InlineData("https://bot.example.com/?code=1")]
    public async Task An_address_that_breaks_a_rule_fails_before_anything_is_looked_up(string address)
    {
        var result = await TestAsync(new Uri(address), settings => settings);

        Assert.Equal([WebhookCheckNames.Address], Failed(result));
        Assert.Equal(CheckOutcome.Skipped, Outcome(result, WebhookCheckNames.Lookup));
    }

    [Fact]
    public async Task Nothing_is_posted_without_leave()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, Careful);

        var result = await WebhookTest.RunAsync(
            webhook.Url, Settings(), mayPost: () => Task.FromResult(false), CancellationToken.None);

        Assert.Empty(webhook.Posts);
        Assert.Equal("Nothing was posted.", Detail(result, WebhookCheckNames.Answer));
    }

    [Fact]
    public async Task What_is_posted_is_typing_in_a_conversation_of_its_own()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, Careful);

        await TestAsync(webhook);

        Assert.All(webhook.Posts, post =>
        {
            Assert.Matches("^/hook/v3/conversations/[0-9a-f-]{36}/activities$", post.Url.AbsolutePath);
            Assert.Contains("\"type\":\"typing\"", post.Body, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_measure_is_taken_over_as_many_posts_as_asked_for()
    {
        await using var webhook = new WebhookUnderTest(certificates.Good, Careful);

        await TestAsync(webhook, settings => settings with { Bearer = Token(Good), Count = 5 });

        Assert.Equal(5, webhook.Posts.Count(post => post.Header("Authorization") == $"Bearer {Good}"));
    }

    private static HttpStatusCode Careful(string? bearer) => bearer == Good
        ? HttpStatusCode.OK
        : HttpStatusCode.Unauthorized;

    private static AccessToken Token(string text) => new(text, expiresOn: null);

    private static CheckOutcome Outcome(OcTestResult result, string name) => Find(result, name).Outcome;

    private static string Detail(OcTestResult result, string name) => Find(result, name).Detail;

    private static OcCheck Find(OcTestResult result, string name) => result.Checks.Single(check => check.Name == name);

    private static IEnumerable<string> Failed(OcTestResult result) =>
        result.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Name);

    private async Task<OcTestResult> TestAsync(
        X509Certificate2 certificate,
        Func<string?, HttpStatusCode> answer,
        Func<WebhookTestSettings, WebhookTestSettings>? change = null)
    {
        await using var webhook = new WebhookUnderTest(certificate, answer);
        return await TestAsync(webhook, change);
    }

    private Task<OcTestResult> TestAsync(
        WebhookUnderTest webhook, Func<WebhookTestSettings, WebhookTestSettings>? change = null) =>
        TestAsync(webhook.Url, change ?? (settings => settings));

    private Task<OcTestResult> TestAsync(Uri url, Func<WebhookTestSettings, WebhookTestSettings> change) =>
        WebhookTest.RunAsync(url, change(Settings()), () => Task.FromResult(true), CancellationToken.None).InTime();

    private WebhookTestSettings Settings() => new() { TrustedRoots = certificates.Roots };
}
