using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Turns what was given to Connect-OcEnvironment into what it takes to open the connection.</summary>
internal sealed class ConnectionRequest
{
    private const string Interactive = "Interactive";

    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly ConnectOcEnvironmentCommand _command;
    private readonly IOcPipeline _pipeline;

    public ConnectionRequest(ConnectOcEnvironmentCommand command, IOcPipeline pipeline)
    {
        _command = command;
        _pipeline = pipeline;
    }

    /// <summary>Opens the connection.</summary>
    /// <exception cref="OcValidationException">A parameter's value cannot be used.</exception>
    /// <exception cref="SignInException">Signing in failed.</exception>
    /// <exception cref="DataverseException">The environment refused, or could not be asked.</exception>
    public async Task<OcConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var way = Way();
        if (way == nameof(ConnectOcEnvironmentCommand.Sandbox))
        {
            return await SandboxConnection.OpenAsync(
                _command.Name, _command.JournalPath, _command.Path, _command.SandboxUser, Client(), _pipeline,
                cancellationToken)
                .ConfigureAwait(false);
        }

        var settings = way == nameof(ConnectOcEnvironmentCommand.ServiceClient)
            ? ServiceClientSettings()
            : await OnlineSettingsAsync(way, cancellationToken).ConfigureAwait(false);
        return await OcConnection.OpenAsync(settings, _pipeline, cancellationToken).ConfigureAwait(false);
    }

    private static Guid ClientIdOf(PSCredential credential) => Guid.TryParse(credential.UserName, out var clientId)
        ? clientId
        : throw new OcValidationException(
            "Credential",
            "CredentialUserNotClientId",
            "The user name of -Credential is the application (client) id, a GUID, and its password the client secret. "
            + "A person's name and password cannot sign in here; use the browser or -DeviceCode.");

    private string Way() => ConnectOcEnvironmentCommand.Ways.FirstOrDefault(_command.Uses) ?? Interactive;

    private EnvironmentUrl Environment(string url) =>
        EnvironmentUrl.Parse(url, _command.Uses(nameof(ConnectOcEnvironmentCommand.AllowUnknownHost)));

    // A sandbox that listens with TLS has a certificate that only its own transport trusts.
    private HttpMessageHandler TransportTo(EnvironmentUrl environment) =>
        SandboxServers.Find(environment.Origin)?.CreateTrustingTransport() ?? _command.CreateTransport();

    private async Task<OcConnectionSettings> OnlineSettingsAsync(string way, CancellationToken cancellationToken)
    {
        var environment = Environment(_command.Url);
        var (tokens, detail) = await TokensAsync(way, environment, cancellationToken).ConfigureAwait(false);
        return new OcConnectionSettings
        {
            Environment = environment,
            Name = _command.Name,
            JournalPath = _command.JournalPath,
            SignIn = detail is null ? way : $"{way} ({detail})",
            Tokens = tokens,
            Transport = TransportTo(environment),
            IsOnline = true,
            Client = Client(),
        };
    }

    private async Task<(IAccessTokenSource Tokens, string? Detail)> TokensAsync(
        string way, EnvironmentUrl environment, CancellationToken cancellationToken)
    {
        switch (way)
        {
            case nameof(ConnectOcEnvironmentCommand.AccessToken):
                return (GivenToken(), null);
            case nameof(ConnectOcEnvironmentCommand.ManagedIdentity):
                return (Resource(environment), null);
            case nameof(ConnectOcEnvironmentCommand.EnvironmentVariables):
                var credential = EnvironmentCredential.Find(_command.ReadVariable);
                _pipeline.Verbose($"Signing in with what {credential.Variable} holds or leads to.");
                var theirs = await EntraAsync(environment, credential.TenantId, cancellationToken)
                    .ConfigureAwait(false);
                return (credential.Through(theirs), credential.Variable);
            default:
                if (way is nameof(ConnectOcEnvironmentCommand.DeviceCode) or Interactive)
                    SandboxSignIn.RefusePeople(environment);

                var entra = await EntraAsync(environment, _command.TenantId, cancellationToken).ConfigureAwait(false);
                return (Through(entra, way), null);
        }
    }

    private async Task<EntraSignIn> EntraAsync(
        EnvironmentUrl environment, string? tenant, CancellationToken cancellationToken)
    {
        if (SandboxSignIn.Find(environment, tenant, Time) is { } sandbox)
            return sandbox;

        var discovery = new AuthorityDiscovery(() => TransportTo(environment), Client(), Time);
        var authority = await discovery.FindAsync(environment, tenant, _pipeline, cancellationToken)
            .ConfigureAwait(false);
        _pipeline.Verbose($"Signing in at {authority}.");
        return new EntraSignIn(environment, authority, _command.CreateTransport, Time);
    }

    private IAccessTokenSource Through(EntraSignIn entra, string way) => way switch
    {
        nameof(ConnectOcEnvironmentCommand.Credential) =>
            entra.WithClientSecret(ClientIdOf(_command.Credential!), _command.Credential!.Password),
        nameof(ConnectOcEnvironmentCommand.ClientSecret) =>
            entra.WithClientSecret(_command.ClientId!.Value, _command.ClientSecret!),
        nameof(ConnectOcEnvironmentCommand.Certificate) =>
            entra.WithCertificate(_command.ClientId!.Value, _command.Certificate!),
        nameof(ConnectOcEnvironmentCommand.CertificatePath) =>
            WithFound(entra, CertificateFinder.FromFile(_command.CertificatePath!, _command.CertificatePassword)),
        nameof(ConnectOcEnvironmentCommand.CertificateThumbprint) =>
            WithFound(entra, CertificateFinder.FromStores(_command.CertificateThumbprint!)),
        nameof(ConnectOcEnvironmentCommand.FederatedToken) =>
            entra.WithFederatedToken(_command.ClientId!.Value, FederatedToken()),
        nameof(ConnectOcEnvironmentCommand.DeviceCode) =>
            entra.WithDeviceCode(PublicClientId(), ShowAsync, _command.TokenCache),
        _ => entra.WithBrowser(PublicClientId(), _command.TokenCache, _command.ReadVariable),
    };

    private IAccessTokenSource WithFound(EntraSignIn entra, X509Certificate2 certificate)
    {
        using (certificate)
            return entra.WithCertificate(_command.ClientId!.Value, certificate);
    }

    private IAccessTokenSource Resource(EnvironmentUrl environment) =>
        ManagedIdentity.For(environment, _command.ClientId, _command.ReadVariable, _command.CreateTransport, Time);

    private IAccessTokenSource GivenToken() => _command.TokenScript is { } script
        ? new ScriptBlockTokenSource(script, Time)
        : new GivenTokenSource(TokenText.Of(_command.AccessToken, nameof(ConnectOcEnvironmentCommand.AccessToken)));

    private FederatedToken FederatedToken()
    {
        if (_command.TokenScript is { } script)
            return (observer, _) => script.AskAsync(observer);

        var token = TokenText.Of(_command.FederatedToken, nameof(ConnectOcEnvironmentCommand.FederatedToken));
        return (_, _) => Task.FromResult(token);
    }

    private Guid PublicClientId()
    {
        if (_command.ClientId is { } clientId)
            return clientId;

        _pipeline.Warn(
            $"Without -ClientId, Microsoft's sample application {EntraSignIn.SampleClientId} signs you in. It is meant "
            + "for trying things out: your organization does not own it, and it can stop working at any time. "
            + "Register your own application for daily work; see docs/guides/signing-in.md.");
        return EntraSignIn.SampleClientId;
    }

    private Task ShowAsync(DeviceCode code)
    {
        _pipeline.Warn($"{code.Message} The code ends at {code.ExpiresOn.ToLocalTime():t}.");
        return Task.CompletedTask;
    }

    private OcConnectionSettings ServiceClientSettings()
    {
        var client = _command.ServiceClient!;
        var address = string.IsNullOrEmpty(_command.Url) ? ServiceClientTransport.AddressOf(client) : _command.Url;
        var environment = Environment(address ?? throw new OcValidationException(
            "Url",
            "EnvironmentUrlMissing",
            "The ServiceClient does not say which environment it is connected to; give -Url."));
        return new OcConnectionSettings
        {
            Environment = environment,
            Name = _command.Name,
            JournalPath = _command.JournalPath,
            SignIn = nameof(ConnectOcEnvironmentCommand.ServiceClient),
            Transport = new ServiceClientTransport(client, environment),
            IsOnline = true,
            Client = Client() with { Retry = false },
        };
    }

    private DataverseClientOptions Client() => new()
    {
        MaxAttempts = _command.MaximumAttempts,
        AttemptTimeout = TimeSpan.FromSeconds(_command.AttemptTimeoutSeconds),
        TotalTimeout = TimeSpan.FromSeconds(_command.TotalTimeoutSeconds),
        CallerObjectId = _command.CallerObjectId,
        SolutionName = _command.SolutionName,
    };
}
