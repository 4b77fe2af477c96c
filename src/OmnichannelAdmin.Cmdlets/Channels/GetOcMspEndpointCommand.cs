using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>
/// Lists the addresses to enter in Apple's register as that of the Messaging Service Provider. It needs no connection
/// unless the address of the connected environment is asked for.
/// </summary>
[Cmdlet(VerbsCommon.Get, "OcMspEndpoint", DefaultParameterSetName = GeoSet)]
[OutputType(typeof(MspEndpoint))]
public sealed class GetOcMspEndpointCommand : OcCmdlet
{
    private const string GeoSet = "Geo";
    private const string CurrentSet = "Current";
    private const string ConnectionSet = "Connection";

    /// <summary>Geos by name or code; wildcards allowed. Without it, all.</summary>
    [Parameter(Position = 0, ParameterSetName = GeoSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MspGeoCompleter))]
    public string[]? Geo { get; set; }

    /// <summary>The endpoint for the connected environment, by its address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CurrentSet)]
    public SwitchParameter Current { get; set; }

    /// <summary>
    /// The connection whose environment is meant; with -Current, the runspace's own default unless given.
    /// </summary>
    [Parameter(ParameterSetName = CurrentSet)]
    [Parameter(Mandatory = true, ParameterSetName = ConnectionSet, ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection[]? Connection { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)Connection ?? Geo;

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        foreach (
            var endpoint in Connection is null
                ? Matching()
                : Connection.Select(connection => OfEnvironment(pipeline, connection)))
            await pipeline.WriteAsync(endpoint).ConfigureAwait(false);
    }

    /// <summary>The default connection belongs to the runspace, which only the pipeline thread knows.</summary>
    protected override void Prepare()
    {
        if (IsOn(nameof(Current)))
            Connection ??= [RunspaceConnections.Current.Default ?? throw new NotConnectedException()];
    }

    private IEnumerable<MspEndpoint> Matching() =>
        Geo is null ? MspEndpoints.All : Geo.SelectMany(geo => MspEndpoints.Find(new NamePattern(geo))).Distinct();

    private static MspEndpoint OfEnvironment(IOcPipeline pipeline, OcConnection connection)
    {
        var endpoint = MspEndpoints.ForEnvironment(connection.Environment, out var isGuess);
        if (isGuess)
        {
            pipeline.Warn(
                $"Microsoft's table has no row for {connection.Region}; {endpoint.Geo} is a guess by geography. "
                + "Ask Microsoft support before you enter it in Apple's register.");
        }

        return endpoint;
    }
}
