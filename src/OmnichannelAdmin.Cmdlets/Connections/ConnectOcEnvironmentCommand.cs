using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Opens a connection to an environment and makes it the runspace's default.</summary>
[Cmdlet(VerbsCommunications.Connect, "OcEnvironment", DefaultParameterSetName = InteractiveSet)]
[OutputType(typeof(OcConnection))]
public sealed class ConnectOcEnvironmentCommand : OcCmdlet
{
    private const string InteractiveSet = "Interactive";
    private const string DeviceCodeSet = "DeviceCode";
    private const string CredentialSet = "Credential";
    private const string ClientSecretSet = "ClientSecret";
    private const string CertificateSet = "Certificate";
    private const string CertificatePathSet = "CertificatePath";
    private const string CertificateThumbprintSet = "CertificateThumbprint";
    private const string ManagedIdentitySet = "ManagedIdentity";
    private const string FederatedTokenSet = "FederatedToken";
    private const string AccessTokenSet = "AccessToken";
    private const string EnvironmentVariablesSet = "EnvironmentVariables";
    private const string ServiceClientSet = "ServiceClient";
    private const string SandboxSet = "Sandbox";

    /// <summary>The environment's address, with or without scheme, path and <c>.api</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InteractiveSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DeviceCodeSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ClientSecretSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificatePathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CertificateThumbprintSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ManagedIdentitySet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FederatedTokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = EnvironmentVariablesSet)]
    [Parameter(Position = 0, ParameterSetName = ServiceClientSet)]
    [Alias("Environment", "EnvironmentUrl")]
    public string Url { get; set; } = "";

    /// <summary>The tenant's GUID or one of its domains; without it the environment says which it is.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ClientSecretSet)]
    [Parameter(ParameterSetName = CertificateSet)]
    [Parameter(ParameterSetName = CertificatePathSet)]
    [Parameter(ParameterSetName = CertificateThumbprintSet)]
    [Parameter(ParameterSetName = FederatedTokenSet)]
    [ValidateNotNullOrEmpty]
    [Alias("Tenant")]
    public string? TenantId { get; set; }

    /// <summary>The application (client) id; with -ManagedIdentity that of a user-assigned identity.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    [Parameter(ParameterSetName = ManagedIdentitySet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientSecretSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificatePathSet)]
    [Parameter(Mandatory = true, ParameterSetName = CertificateThumbprintSet)]
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [GuidTransformation]
    [Alias("AppId", "ApplicationId")]
    public Guid? ClientId { get; set; }

    /// <summary>Signs in with a browser on another device.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DeviceCodeSet)]
    public SwitchParameter DeviceCode { get; set; }

    /// <summary>Where a person's sign-in is kept.</summary>
    [Parameter(ParameterSetName = InteractiveSet)]
    [Parameter(ParameterSetName = DeviceCodeSet)]
    public TokenCacheKind TokenCache { get; set; }

    /// <summary>The application (client) id as user name, the client secret as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The client secret's value.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClientSecretSet)]
    public SecureString? ClientSecret { get; set; }

    /// <summary>A certificate with its private key, as Get-AutomationCertificate answers with it.</summary>
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

    /// <summary>Signs in as the Azure resource that this runs on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedIdentitySet)]
    [Alias("Identity")]
    public SwitchParameter ManagedIdentity { get; set; }

    /// <summary>
    /// A token of an issuer that the app registration trusts, or a script block that answers with one.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FederatedTokenSet)]
    [TokenTransformation]
    public object? FederatedToken { get; set; }

    /// <summary>
    /// A token for the environment, or a script block that is asked for one whenever the last one ends.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [TokenTransformation]
    public object? AccessToken { get; set; }

    /// <summary>
    /// Takes tenant, application and credential from the environment variables that Azure's tools use.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = EnvironmentVariablesSet)]
    public SwitchParameter EnvironmentVariables { get; set; }

    /// <summary>
    /// An open ServiceClient of Microsoft.PowerPlatform.Dataverse.Client, which then carries the requests.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ServiceClientSet)]
    [ValidateNotNull]
    public object? ServiceClient { get; set; }

    /// <summary>Opens an organization that lives in memory and is gone with the connection.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>A file of Export-OcSandbox to begin with; without it, an organization as new.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The sandbox's user to sign in as, to see what users of other roles may do.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    public SandboxUserKind SandboxUser { get; set; }

    /// <summary>A name for the connection, for -Connection. A connection of the same name is closed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The user on whose behalf to act: an Entra object id.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? CallerObjectId { get; set; }

    /// <summary>The unique name of the unmanaged solution that new components join.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SolutionName { get; set; }

    /// <summary>A file in which each write is recorded before it is sent; Get-OcChange reads it.</summary>
    [Parameter]
    [PathTransformation]
    public string? JournalPath { get; set; }

    /// <summary>Accepts a host that is in none of the known Dataverse clouds.</summary>
    [Parameter]
    public SwitchParameter AllowUnknownHost { get; set; }

    /// <summary>How often one request is tried at most, the first time included.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaximumAttempts { get; set; } = 8;

    /// <summary>How many seconds one attempt at a request may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int AttemptTimeoutSeconds { get; set; } = 100;

    /// <summary>How many seconds one request may take in all, waits included.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TotalTimeoutSeconds { get; set; } = 900;

    /// <summary>The parameters that decide how to sign in; without any of them it is the browser.</summary>
    internal static IReadOnlyList<string> Ways { get; } =
    [
        nameof(Sandbox),
        nameof(ServiceClient),
        nameof(AccessToken),
        nameof(ManagedIdentity),
        nameof(EnvironmentVariables),
        nameof(Credential),
        nameof(ClientSecret),
        nameof(Certificate),
        nameof(CertificatePath),
        nameof(CertificateThumbprint),
        nameof(FederatedToken), nameof(DeviceCode),
    ];

    /// <summary>Makes what carries requests.</summary>
    internal Func<HttpMessageHandler> CreateTransport { get; set; } = DataverseTransport.Create;

    /// <summary>Reads an environment variable.</summary>
    internal Func<string, string?> ReadVariable { get; set; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Where the connection is kept.</summary>
    internal RunspaceConnections? Connections { get; set; }

    /// <summary>The script block that answers with tokens, if one was given.</summary>
    internal TokenScript? TokenScript { get; set; }

    /// <inheritdoc/>
    protected override bool EndsOnError => true;

    /// <summary>Whether a parameter was given; a switch that is off was not.</summary>
    internal bool Uses(string parameter) =>
        IsOn(parameter)
            || (Given.Contains(parameter) && GetType().GetProperty(parameter)!.PropertyType != typeof(SwitchParameter));

    /// <inheritdoc/>
    protected override void Prepare()
    {
        Connections = RunspaceConnections.Current;
        Connections.ForgetDefault();
        if (CertificatePath is not null)
            CertificatePath = GetUnresolvedProviderPathFromPSPath(CertificatePath);
        if (Path is not null)
            Path = GetUnresolvedProviderPathFromPSPath(Path);

        TokenScript = (AccessToken, FederatedToken) switch
        {
            (ScriptBlock script, _) => new TokenScript(script, nameof(AccessToken)),
            (_, ScriptBlock script) => new TokenScript(script, nameof(FederatedToken)),
            _ => null,
        };
    }

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var connection = await new ConnectionRequest(this, pipeline).OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await pipeline.OnPipelineThreadAsync(() => Keep(connection)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            connection.Dispose();
            throw;
        }

        await pipeline.WriteAsync(connection).ConfigureAwait(false);
    }

    private OcConnection Keep(OcConnection connection)
    {
        Connections!.Add(connection);
        return connection;
    }
}
