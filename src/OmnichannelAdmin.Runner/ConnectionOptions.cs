using System.CommandLine;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Runner;

/// <summary>The options that say which environment is meant and how to sign in.</summary>
internal sealed class ConnectionOptions
{
    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly Option<string?> _environment = new("--environment", "-e")
    {
        Description = "The environment's URL.",
    };

    private readonly Option<bool> _sandbox = new("--sandbox")
    {
        Description = "An organization that lives in memory and ends with the command.",
    };

    private readonly Option<bool> _managedIdentity = new("--managed-identity")
    {
        Description =
            "Signs in as the Azure resource that the command runs on; without it, "
            + "with the credential of AZURE_TENANT_ID, "
            + "AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE.",
    };

    private readonly Option<Guid?> _clientId = new("--client-id")
    {
        Description = "The client id of a user-assigned managed identity.",
    };

    private readonly Option<bool> _allowUnknownHost = new("--allow-unknown-host")
    {
        Description = "Accepts a host that is in none of the known Dataverse clouds.",
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "A file in which each write is recorded before it is sent.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options = [_environment, _sandbox, _managedIdentity, _clientId, _allowUnknownHost, _journal];
        foreach (var option in options)
            command.Options.Add(option);
    }

    /// <summary>Connects.</summary>
    /// <exception cref="OcValidationException">The options do not say where to.</exception>
    /// <exception cref="SignInException">Signing in failed.</exception>
    /// <exception cref="DataverseException">The environment refused, or could not be asked.</exception>
    public async Task<OcConnection> OpenAsync(
        ParseResult options, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var settings = options.GetValue(_sandbox)
            ? SandboxEnvironment.Create()
            : await SettingsAsync(options, observer, cancellationToken).ConfigureAwait(false);
        return await OcConnection.OpenAsync(
            settings with { JournalPath = options.GetValue(_journal) }, observer, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<OcConnectionSettings> SettingsAsync(
        ParseResult options, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var url = options.GetValue(_environment)
            ?? throw new OcValidationException(
                "--environment", "EnvironmentMissing", "Which environment? Give --environment URL, or --sandbox.");
        var environment = EnvironmentUrl.Parse(url, options.GetValue(_allowUnknownHost));
        var isManaged = options.GetValue(_managedIdentity);
        return new OcConnectionSettings
        {
            Environment = environment,
            SignIn = isManaged ? "ManagedIdentity" : "EnvironmentVariables",
            Tokens = isManaged
                ? ManagedIdentity.For(
                    environment, options.GetValue(_clientId), Environment.GetEnvironmentVariable,
                    DataverseTransport.Create, Time)
                : await VariablesAsync(environment, observer, cancellationToken).ConfigureAwait(false),
            Transport = DataverseTransport.Create(),
            IsOnline = true,
        };
    }

    private static async Task<IAccessTokenSource> VariablesAsync(
        EnvironmentUrl environment, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var credential = EnvironmentCredential.Find(Environment.GetEnvironmentVariable);
        var discovery = new AuthorityDiscovery(DataverseTransport.Create, new DataverseClientOptions(), Time);
        var authority = await discovery.FindAsync(environment, credential.TenantId, observer, cancellationToken)
            .ConfigureAwait(false);
        return credential.Through(new EntraSignIn(environment, authority, DataverseTransport.Create, Time));
    }
}
