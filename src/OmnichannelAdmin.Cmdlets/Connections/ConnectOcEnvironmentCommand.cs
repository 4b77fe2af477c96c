using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Opens a connection to an environment and makes it the runspace's default.</summary>
[Cmdlet(VerbsCommunications.Connect, "OcEnvironment", DefaultParameterSetName = AccessTokenSet)]
[OutputType(typeof(OcConnection))]
public sealed class ConnectOcEnvironmentCommand : OcCmdlet
{
    private const string AccessTokenSet = "AccessToken";
    private const string SandboxSet = "Sandbox";

    private RunspaceConnections? _connections;
    private IAccessTokenSource? _tokens;

    /// <summary>The environment's address, with or without scheme, path and <c>.api</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [Alias("Environment", "EnvironmentUrl")]
    public string Url { get; set; } = "";

    /// <summary>A token for the environment, or a script block that is asked for one whenever the last one ends.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [AccessTokenTransformation]
    public object? AccessToken { get; set; }

    /// <summary>Accepts a host that is in none of the known Dataverse clouds.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    public SwitchParameter AllowUnknownHost { get; set; }

    /// <summary>Opens an organization that lives in memory and is gone with the connection.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>A file in which each write is recorded before it is sent; Get-OcChange reads it.</summary>
    [Parameter]
    [PathTransformation]
    public string? JournalPath { get; set; }

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

    /// <inheritdoc/>
    protected override bool EndsOnError => true;

    /// <inheritdoc/>
    protected override void Prepare()
    {
        _connections = RunspaceConnections.Current;
        _connections.ForgetDefault();
        _tokens = AccessToken is ScriptBlock script ? new ScriptBlockTokenSource(script, TimeProvider.System) : null;
    }

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var opening = ParameterSetName == SandboxSet
            ? SandboxConnection.OpenAsync(Client(), JournalPath, pipeline, cancellationToken)
            : OcConnection.OpenAsync(OnlineSettings(), pipeline, cancellationToken);
        var connection = await opening.ConfigureAwait(false);
        await pipeline.OnPipelineThreadAsync(() => Keep(connection)).ConfigureAwait(false);
        await pipeline.WriteAsync(connection).ConfigureAwait(false);
    }

    private OcConnectionSettings OnlineSettings()
    {
        var environment = EnvironmentUrl.Parse(Url, IsOn(nameof(AllowUnknownHost)));
        return new OcConnectionSettings
        {
            Environment = environment,
            SignIn = AccessTokenSet,
            Tokens = _tokens ?? new GivenTokenSource(AccessTokenText.Of(AccessToken)),
            Transport = SandboxServers.FindTransport(environment) ?? DataverseTransport.Create(),
            Client = Client(),
            JournalPath = JournalPath,
        };
    }

    private DataverseClientOptions Client() => new()
    {
        MaxAttempts = MaximumAttempts,
        AttemptTimeout = TimeSpan.FromSeconds(AttemptTimeoutSeconds),
        TotalTimeout = TimeSpan.FromSeconds(TotalTimeoutSeconds),
    };

    private OcConnection Keep(OcConnection connection)
    {
        _connections!.Add(connection);
        return connection;
    }
}
