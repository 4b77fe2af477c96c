using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Sandbox;

public class AddOcSandboxApplicationCommandTests
{
    private static readonly Guid AppId = new("9f6c021d-1234-4abc-8df7-123456789abc");

    [Fact]
    public async Task The_application_has_a_user_that_is_a_system_administrator()
    {
        await using var test = new SandboxServerUnderTest();

        var application = await test.AddAsync(WithSecret());

        Assert.Equal(
            (AppId, test.Organization.Settings.TenantId, $"# {AppId}"),
            (application.AppId, application.TenantId, application.User));
        Assert.Equal(["System Administrator"], application.Roles);
        var row = test.Organization.Rows.Find("systemuser", application.UserId!.Value);
        Assert.Equal(AppId, row!["applicationid"]);
    }

    [Theory]
    [InlineData(SandboxUserKind.OmnichannelAdministrator, "Omnichannel administrator")]
    [InlineData(SandboxUserKind.BasicUser, "Basic User")]
    [InlineData(SandboxUserKind.WithoutRole)]
    public async Task The_user_has_the_rights_of_the_sandboxs_own(SandboxUserKind role, params string[] roles)
    {
        await using var test = new SandboxServerUnderTest();
        var command = WithSecret();
        command.Role = role;

        Assert.Equal(roles, (await test.AddAsync(command)).Roles);
    }

    [Fact]
    public async Task A_second_credential_leaves_the_user_as_it_is()
    {
        await using var test = new SandboxServerUnderTest();
        var first = await test.AddAsync(WithSecret());
        var command = WithSecret("another");

        var second = await AgainAsync(test, command);

        Assert.Equal(first.UserId, Assert.IsType<SandboxApplication>(Assert.Single(second.Output)).UserId);
        Assert.Empty((await test.ConnectAsync(AppId, Secrets.Of("right"))).Errors);
        Assert.Empty((await test.ConnectAsync(AppId, Secrets.Of("another"))).Errors);
    }

    [Fact]
    public async Task A_second_user_is_refused()
    {
        await using var test = new SandboxServerUnderTest();
        await test.AddAsync(WithSecret());
        var command = WithSecret();
        command.Name = "Another";

        Assert.Equal("SandboxApplicationHasUser", Assert.Single((await AgainAsync(test, command, "Name")).Errors).Id);
    }

    [Fact]
    public async Task An_application_without_a_credential_is_refused() =>
        Assert.Equal("SandboxCredentialMissing", await RefusalAsync(new() { AppId = AppId }));

    [Fact]
    public async Task An_empty_secret_is_none() =>
        Assert.Equal("SandboxCredentialMissing", await RefusalAsync(WithSecret("")));

    [Fact]
    public async Task A_certificate_without_an_rsa_key_is_refused()
    {
        using var certificate = TestCertificates.WithEllipticKey();

        Assert.Equal("CertificateNotRsa", await RefusalAsync(new() { AppId = AppId, Certificate = certificate }));
    }

    [Fact]
    public async Task A_real_environment_has_its_applications_elsewhere()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = WithSecret();
        command.Connection = environment.Connection;

        Assert.Equal("ConnectionNotToSandbox", Assert.Single((await CmdletBody.RunAsync(command)).Errors).Id);
    }

    private static AddOcSandboxApplicationCommand WithSecret(string secret = "right") =>
        new() { AppId = AppId, ClientSecret = Secrets.Of(secret) };

    // As the engine does it, what was not given is not among the names.
    private static async Task<RecordingPipeline> AgainAsync(
        SandboxServerUnderTest test, AddOcSandboxApplicationCommand command, params string[] given)
    {
        var pipeline = new RecordingPipeline();
        command.Server = test.Server;
        command.Given = given.ToHashSet();
        await command.RunGuardedAsync(pipeline, CancellationToken.None);
        return pipeline;
    }

    private static async Task<string> RefusalAsync(AddOcSandboxApplicationCommand command)
    {
        await using var test = new SandboxServerUnderTest();
        command.Server = test.Server;
        return Assert.Single((await CmdletBody.RunAsync(command)).Errors).Id;
    }
}
