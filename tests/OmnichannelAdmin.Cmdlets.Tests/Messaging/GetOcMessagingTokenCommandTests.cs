using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Cmdlets.Tests.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Messaging;

public class GetOcMessagingTokenCommandTests
{
    [Fact]
    public async Task A_channel_supplies_app_and_tenant()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        var entra = new ScriptedTransport { Otherwise = _ => SignInAnswers.Token("token-1") };

        var pipeline = await environment.RunAsync(Command(entra, RecordIdentity.Of(channel)));

        var token = Assert.IsType<MessagingTokenObject>(Assert.Single(pipeline.Output));
        Assert.Equal("token-1", new NetworkCredential("", Assert.IsType<SecureString>(token.AccessToken)).Password);
        Assert.Equal(channel.AppId, Assert.Single(entra.Requests).Form["client_id"]);
        Assert.Equal($"/{channel.TenantId}/oauth2/v2.0/token", entra.Requests[0].Url.AbsolutePath);
    }

    [Fact]
    public async Task AsPlainText_answers_with_text()
    {
        var entra = new ScriptedTransport { Otherwise = _ => SignInAnswers.Token("token-1") };
        var command = Command(entra, channel: null);
        command.OrganizationId = Guid.NewGuid();
        command.Region = "EUR";
        command.AppId = ChannelExamples.AppId;
        command.TenantId = ChannelExamples.OtherTenant;

        var pipeline = await CmdletBody.RunAsync(command, switches: ["AsPlainText"]);

        Assert.Equal("token-1", Assert.IsType<MessagingTokenObject>(Assert.Single(pipeline.Output)).AccessToken);
    }

    [Fact]
    public async Task A_certificate_proves_the_app_by_an_assertion()
    {
        using var certificate = TestCertificates.WithRsaKey();

        await AssertSendsAssertionAsync(command => command.Certificate = certificate);
    }

    [Fact]
    public async Task A_certificate_is_read_from_a_file_with_its_password()
    {
        using var certificate = TestCertificates.WithRsaKey();
        using var file = new TemporaryFile(certificate.Export(X509ContentType.Pkcs12, "the-password"));

        await AssertSendsAssertionAsync(command =>
        {
            command.CertificatePath = file.Path;
            command.CertificatePassword = new NetworkCredential("", "the-password").SecurePassword;
        });
    }

    [Fact]
    public async Task A_refusal_is_an_error_with_the_id_of_its_cause()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        var entra = new ScriptedTransport { Otherwise = _ => SignInAnswers.Refusal(7000222) };

        var pipeline = await environment.RunAsync(Command(entra, RecordIdentity.Of(channel)));

        Assert.Equal("ClientSecretExpired", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task Without_an_app_there_is_nobody_to_sign_in()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Command(new ScriptedTransport(), channel: null));

        Assert.Equal("AppIdMissing", Assert.Single(pipeline.Errors).Id);
    }

    private static async Task AssertSendsAssertionAsync(Action<GetOcMessagingTokenCommand> prove)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        var entra = new ScriptedTransport { Otherwise = _ => SignInAnswers.Token("token-1") };
        var command = Command(entra, RecordIdentity.Of(channel));
        command.ClientSecret = null;
        prove(command);

        var pipeline = await environment.RunAsync(command);

        Assert.IsType<MessagingTokenObject>(Assert.Single(pipeline.Output));
        var form = Assert.Single(entra.Requests).Form;
        Assert.Equal(3, form["client_assertion"].Split('.').Length);
        Assert.False(form.ContainsKey("client_secret"));
    }

    private static GetOcMessagingTokenCommand Command(ScriptedTransport entra, RecordIdentity? channel) => new()
    {
        Channel = channel,
        ClientSecret = new NetworkCredential("", "s3cret").SecurePassword,
        CreateTransport = () => entra,
    };
}
