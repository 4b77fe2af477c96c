using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Gets a token for the messaging API, as a channel's app would.</summary>
[Cmdlet(VerbsCommon.Get, "OcMessagingToken", DefaultParameterSetName = ClientSecretSet)]
[OutputType(typeof(MessagingTokenObject))]
public sealed class GetOcMessagingTokenCommand : MessagingAddressCmdlet
{
    private const string ClientSecretSet = "ClientSecret";
    private const string CredentialSet = "Credential";
    private const string CertificateSet = "Certificate";
    private const string CertificatePathSet = "CertificatePath";
    private const string CertificateThumbprintSet = "CertificateThumbprint";

    /// <summary>The channel whose app and tenant are meant: the channel, its GUID or its name.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity? Channel { get; set; }

    /// <summary>The application (client) id; without it, that of the channel.</summary>
    [Parameter]
    [GuidTransformation]
    [Alias("ApplicationId", "ClientId")]
    public Guid? AppId { get; set; }

    /// <summary>The tenant of the application; without it, that of the channel or else of the connection.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? TenantId { get; set; }

    /// <summary>The first label of the environment's domain, such as crm4, instead of a region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The client secret's value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClientSecretSet)]
    public SecureString? ClientSecret { get; set; }

    /// <summary>The application (client) id as user name, the client secret as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>A certificate with its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A PFX or PEM file with the certificate and its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The password of that file.</summary>
    [Parameter(ParameterSetName = CertificatePathSet)]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>The thumbprint of a certificate in the personal store of the user or of the machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [ValidateNotNullOrEmpty]
    [Alias("Thumbprint")]
    public string? CertificateThumbprint { get; set; }

    /// <summary>Answers with the token as text instead of a SecureString.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>Makes what carries the requests.</summary>
    internal Func<HttpMessageHandler> CreateTransport { get; set; } = DataverseTransport.Create;

    /// <inheritdoc/>
    protected override object? ErrorTarget => Channel?.Source ?? AppId ?? base.ErrorTarget;

    /// <inheritdoc/>
    protected override void Prepare()
    {
        base.Prepare();
        if (CertificatePath is not null)
            CertificatePath = GetUnresolvedProviderPathFromPSPath(CertificatePath);
    }

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var channel = Channel is null
            ? null
            : await Connected.Records(pipeline).FindAsync<CustomChannel>(Channel, cancellationToken)
                .ConfigureAwait(false);
        var signIn = new MessagingSignIn(Transport(), TimeProvider.System);
        var token = await signIn
            .AcquireAsync(App(channel), Tenant(channel), FindScope(Zone), AppProof(), pipeline, cancellationToken)
            .ConfigureAwait(false);
        await pipeline.WriteAsync(new MessagingTokenObject(token, IsOn(nameof(AsPlainText)))).ConfigureAwait(false);
    }

    private static Guid? GuidIn(string? text) => Guid.TryParse(text, out var guid) ? guid : null;

    private static OcValidationException Missing(string field, string what) =>
        new(field, $"{field}Missing", $"Nothing says {what}: give -{field}, or a channel that has it.");

    // An organization that the user named is not that of the connection, which may be a sandbox by chance.
    private Func<HttpMessageHandler> Transport() => Organization == Connection?.OrganizationId
        ? SandboxSignIn.FindTransport(Connection) ?? CreateTransport
        : CreateTransport;

    private Guid App(CustomChannel? channel) =>
        AppId ?? GuidIn(channel?.AppId) ?? GuidIn(Credential?.UserName) ?? throw Missing(
            nameof(AppId), "the application (client) id");

    private Guid Tenant(CustomChannel? channel) =>
        TenantId ?? GuidIn(channel?.TenantId) ?? Connection?.TenantId ?? throw Missing(nameof(TenantId), "the tenant");

    private AppCredential AppProof()
    {
        if (ClientSecret is not null)
            return AppCredential.OfSecret(ClientSecret);
        if (Credential is not null)
            return AppCredential.OfSecret(Credential.Password);
        if (Certificate is not null)
            return AppCredential.OfCertificate(Certificate);

        return AppCredential.OfCertificate(CertificatePath is not null
            ? CertificateFinder.FromFile(CertificatePath, CertificatePassword)
            : CertificateFinder.FromStores(CertificateThumbprint!));
    }
}
