using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>
/// Registers an application in the tenant of a sandbox, so that it can sign in there with a secret or a certificate.
/// </summary>
[Cmdlet(VerbsCommon.Add, "OcSandboxApplication", DefaultParameterSetName = ConnectionSet)]
[OutputType(typeof(SandboxApplication))]
public sealed class AddOcSandboxApplicationCommand : OcCmdlet
{
    private const string ConnectionSet = "Connection";
    private const string ServerSet = "Server";

    /// <summary>The application (client) id. One that is registered gets one more credential.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [GuidTransformation]
    [Alias("ApplicationId", "ClientId")]
    public Guid AppId { get; set; }

    /// <summary>A client secret that the application signs in with.</summary>
    [Parameter]
    public SecureString? ClientSecret { get; set; }

    /// <summary>A certificate with an RSA key that the application signs in with; its public part is enough.</summary>
    [Parameter]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The name of the application's user in the environment.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The rights of the application's user: those of the sandbox's user of that kind.</summary>
    [Parameter]
    public SandboxUserKind Role { get; set; }

    /// <summary>Makes no user, so that the application gets its token and the environment turns it away.</summary>
    [Parameter]
    public SwitchParameter WithoutUser { get; set; }

    /// <summary>A sandbox that listens, as Start-OcSandbox answers with it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ServerSet)]
    public SandboxServer? Server { get; set; }

    /// <summary>The connection to the sandbox; without it, the runspace's own default.</summary>
    [Parameter(ParameterSetName = ConnectionSet)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => AppId;

    /// <inheritdoc/>
    protected override void Prepare()
    {
        if (Server is null)
            Connection ??= RunspaceConnections.Current.Default ?? throw new NotConnectedException();
    }

    /// <inheritdoc/>
    protected internal override Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        RefuseUnusable();
        var organization = Server?.Sandbox ?? SandboxOrganizations.Find(Connection);
        AddUser(organization);
        if (ClientSecret is not null)
            organization.Applications.AddSecret(AppId, new NetworkCredential("", ClientSecret).Password);
        if (Certificate is not null)
            organization.Applications.AddCertificate(AppId, Certificate);

        return pipeline.WriteAsync(SandboxApplication.Of(organization, AppId));
    }

    private void RefuseUnusable()
    {
        if (ClientSecret is { Length: 0 } || (ClientSecret is null && Certificate is null))
        {
            throw new OcValidationException(
                nameof(ClientSecret),
                "SandboxCredentialMissing",
                "The application would have nothing to sign in with: give -ClientSecret, which may not be empty, or "
                + "-Certificate.");
        }

        using var key = Certificate?.GetRSAPublicKey();
        if (Certificate is not null && key is null)
        {
            throw new OcValidationException(
                nameof(Certificate),
                "CertificateNotRsa",
                $"The certificate {Certificate.Subject} has no RSA key, and Microsoft Entra accepts no other.");
        }
    }

    private void AddUser(SandboxOrganization organization)
    {
        var users = organization.Users;
        if (users.FindApplication(AppId) is not { } user)
        {
            var roles = users.RolesOf(SandboxConnection.IdOf(Role, users));
            if (!IsOn(nameof(WithoutUser)))
                users.AddApplication(AppId, Name ?? $"# {AppId}", [.. roles]);
            return;
        }

        if (Given.Overlaps([nameof(Name), nameof(Role), nameof(WithoutUser)]))
        {
            throw new OcValidationException(
                nameof(AppId),
                "SandboxApplicationHasUser",
                $"The application {AppId} has a user already ({user}), which stays as it is: leave -Name, -Role and "
                + "-WithoutUser out to give the application one more credential.");
        }
    }
}
