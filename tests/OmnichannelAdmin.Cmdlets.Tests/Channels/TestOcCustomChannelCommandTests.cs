using System.Net;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Testing;
using OmnichannelAdmin.Testing.Webhooks;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

/// <summary>A channel in the sandbox whose webhook is on a real socket with real TLS.</summary>
public sealed class TestOcCustomChannelCommandTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly ScriptedTransport _entra = new() { Otherwise = _ => SignInAnswers.Token("token-1") };
    private readonly WebhookUnderTest _webhook;
    private EnvironmentUnderTest _environment = null!;

    public TestOcCustomChannelCommandTests()
    {
        using var certificate = _authority.Issue();
        _webhook = new WebhookUnderTest(
            certificate, bearer => bearer == "right" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    public async Task InitializeAsync() => _environment = await EnvironmentUnderTest.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _environment.DisposeAsync();
        await _webhook.DisposeAsync();
        _authority.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_channel_that_has_it_all_passes()
    {
        await AddAsync(create => create.Workstream = ChannelExamples.WorkstreamByName());
        await _environment.RunAsync(
            new EnableOcWebhookAuthenticationCommand { Identity = RecordIdentity.Parse("Contoso web") });

        var result = await TestAsync(
            command => command.ClientSecret = new NetworkCredential("", "s3cret").SecurePassword);

        Assert.Empty(Failed(result));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, CustomChannelCheckNames.Workstream));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, CustomChannelCheckNames.Token));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, CustomChannelCheckNames.Authentication));
        Assert.Equal(CheckOutcome.Passed, Outcome(result, WebhookCheckNames.Answer));
    }

    [Fact]
    public async Task A_channel_without_a_workstream_fails_with_the_platforms_error()
    {
        await AddAsync();

        var result = await TestAsync();

        Assert.Equal([CustomChannelCheckNames.Workstream], Failed(result));
        Assert.Contains(
            "30014", result.Checks.Single(check => check.Name == CustomChannelCheckNames.Workstream).Detail);
    }

    [Fact]
    public async Task What_is_not_asked_for_is_skipped_and_what_is_missing_is_a_warning()
    {
        await AddAsync();

        var result = await TestAsync();

        Assert.Equal(CheckOutcome.Skipped, Outcome(result, CustomChannelCheckNames.Token));
        Assert.Equal(CheckOutcome.Warning, Outcome(result, CustomChannelCheckNames.Authentication));
        Assert.Equal(CheckOutcome.Warning, Outcome(result, CustomChannelCheckNames.Language));
    }

    [Fact]
    public async Task A_token_that_is_refused_fails()
    {
        await AddAsync(create => create.Workstream = ChannelExamples.WorkstreamByName());
        _entra.Then(SignInAnswers.Refusal(7000215));

        var result = await TestAsync(
            command => command.ClientSecret = new NetworkCredential("", "s3cret").SecurePassword);

        Assert.Equal([CustomChannelCheckNames.Token], Failed(result));
    }

    [Fact]
    public async Task An_app_of_another_tenant_is_a_warning()
    {
        await AddAsync(create => create.TenantId = ChannelExamples.OtherTenant);

        Assert.Equal(CheckOutcome.Warning, Outcome(await TestAsync(), CustomChannelCheckNames.App));
    }

    [Fact]
    public async Task An_identity_for_another_app_fails()
    {
        await AddAsync(create => create.Workstream = ChannelExamples.WorkstreamByName());
        await _environment.RunAsync(
            new EnableOcWebhookAuthenticationCommand { Identity = RecordIdentity.Parse("Contoso web") });
        await _environment.RunAsync(
            new SetOcCustomChannelCommand { Identity = RecordIdentity.Parse("Contoso web"), AppId = Guid.NewGuid() });

        Assert.Equal([CustomChannelCheckNames.Authentication], Failed(await TestAsync()));
    }

    [Fact]
    public async Task An_environment_without_webhook_authentication_is_a_warning()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: "managedidentityid");
        await AddAsync(environment);

        var result = await TestAsync(environment);

        var check = result.Checks.Single(check => check.Name == CustomChannelCheckNames.Authentication);
        Assert.Equal(CheckOutcome.Warning, check.Outcome);
        Assert.Contains("lacks the column managedidentityid", check.Advice);
    }

    [Fact]
    public async Task A_row_with_holes_fails_and_says_which()
    {
        _environment.Organization.Rows.Add(
            ChannelExamples.Table, new() { ["msdyn_name"] = "Contoso web", ["msdyn_occustomchannelid"] = 192350005 });

        var result = await TestAsync();

        var row = result.Checks.Single(check => check.Name == CustomChannelCheckNames.Row);
        Assert.Equal(CheckOutcome.Failed, row.Outcome);
        Assert.Equal("AppId, TenantId, WebhookUrl missing.", row.Detail);
    }

    [Fact]
    public async Task Without_a_name_all_channels_are_tested()
    {
        await AddAsync();
        _environment.Organization.Rows.Add(
            ChannelExamples.Table, new() { ["msdyn_name"] = "Bot", ["msdyn_occustomchannelid"] = 192350000 });

        var pipeline = await _environment.RunAsync(Command(identity: null));

        Assert.Equal(["Bot", "Contoso web"], pipeline.Output.Cast<OcTestResult>().Select(result => result.Subject));
    }

    [Fact]
    public async Task Quiet_answers_with_a_boolean()
    {
        await AddAsync();

        var pipeline = await _environment.RunAsync(Command(RecordIdentity.Parse("Contoso web")), switches: ["Quiet"]);

        Assert.Equal(false, Assert.Single(pipeline.Output));
    }

    [Fact]
    public async Task Nothing_is_posted_without_leave()
    {
        await AddAsync();

        var pipeline = await _environment.RunAsync(Command(RecordIdentity.Parse("Contoso web")), agrees: false);

        Assert.StartsWith("Post up to 5", Assert.Single(pipeline.Actions));
        Assert.Empty(_webhook.Posts);
    }

    private static IEnumerable<string> Failed(OcTestResult result) =>
        result.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Name);

    private static CheckOutcome Outcome(OcTestResult result, string name) =>
        result.Checks.Single(check => check.Name == name).Outcome;

    private Task AddAsync(Action<NewOcCustomChannelCommand>? change = null) => AddAsync(_environment, change);

    private async Task AddAsync(EnvironmentUnderTest environment, Action<NewOcCustomChannelCommand>? change = null)
    {
        var create = ChannelExamples.New();
        create.WebhookUrl = _webhook.Url;
        change?.Invoke(create);
        var pipeline = await environment.RunAsync(create, switches: ["Force"]);
        Assert.Empty(pipeline.Errors);
    }

    private Task<OcTestResult> TestAsync(Action<TestOcCustomChannelCommand>? change = null) =>
        TestAsync(_environment, change);

    private async Task<OcTestResult> TestAsync(
        EnvironmentUnderTest environment, Action<TestOcCustomChannelCommand>? change = null)
    {
        var command = Command(RecordIdentity.Parse("Contoso web"));
        change?.Invoke(command);
        var pipeline = await environment.RunAsync(command);
        Assert.Empty(pipeline.Errors);
        return Assert.IsType<OcTestResult>(Assert.Single(pipeline.Output));
    }

    private TestOcCustomChannelCommand Command(RecordIdentity? identity) => new()
    {
        Identity = identity,
        Bearer = new("right", "AccessToken"),
        TrustedRoot = [.. _authority.Roots],
        CreateTransport = () => _entra,
    };
}
