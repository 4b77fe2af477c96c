using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>A cmdlet that talks to an environment.</summary>
public abstract class OcConnectedCmdlet : OcCmdlet
{
    /// <summary>The connection to use, or its name; without it, the runspace's own default.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection[]? Connection { get; set; }

    /// <summary>How many inputs of the pipeline are worked on at once, 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override int InputsInFlight => ThrottleLimit;

    /// <summary>Whether several connections may be given: those of a cmdlet that only reads.</summary>
    protected virtual bool TakesSeveralConnections => false;

    /// <inheritdoc/>
    protected internal sealed override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        if (Connection is not { Length: > 0 } connections)
            throw new NotConnectedException();

        foreach (var connection in connections.SkipLast(1))
            await RunAlongsideAsync(pipeline, connection, cancellationToken).ConfigureAwait(false);

        await RunAsync(pipeline, connections[^1], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The work for one input on one connection.</summary>
    protected abstract Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken);

    /// <summary>The default connection belongs to the runspace, which only the pipeline thread knows.</summary>
    protected override void Prepare()
    {
        Connection ??= RunspaceConnections.Current.Default is { } only ? [only] : throw new NotConnectedException();
        if (Connection.Length <= 1 || TakesSeveralConnections)
            return;

        throw new OcValidationException(
            nameof(Connection),
            "SeveralConnections",
            "What changes something works on one connection at a time; give one.");
    }

    // One environment that cannot be read must not hide the others.
    private async Task RunAlongsideAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(pipeline, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await pipeline.WriteErrorAsync(ErrorMapper.Map(e, ErrorTarget) with { IsTerminating = false })
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The values that the user gave for columns of a record, by the names of parameters and properties.
    /// </summary>
    /// <param name="emptyMeansNotGiven">
    /// Whether null and empty text count as "not given", as in an empty cell of a CSV file, and not as "clear the
    /// column".
    /// </param>
    protected RecordValues GivenValues<T>(bool emptyMeansNotGiven)
        where T : OcRecord => GivenValues(TableModel.Of<T>(), emptyMeansNotGiven);

    /// <summary>
    /// The values that the user gave for columns of a table, by the names of parameters and properties.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="emptyMeansNotGiven">Whether null and empty text count as "not given".</param>
    protected RecordValues GivenValues(TableModel table, bool emptyMeansNotGiven)
    {
        var values = new RecordValues(table);
        foreach (var name in Given)
        {
            if (values.Table.FindColumn(name) is not { } column)
                continue;

            var value = GetType().GetProperty(column.Name)!.GetValue(this);
            if (!emptyMeansNotGiven || column.Declaration.Normalize(value) is not null)
                values[column.Name] = value;
        }

        return values;
    }
}
