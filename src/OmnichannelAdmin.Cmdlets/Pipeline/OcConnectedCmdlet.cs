using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>A cmdlet that talks to an environment.</summary>
public abstract class OcConnectedCmdlet : OcCmdlet
{
    /// <summary>The connection to use; without it, the runspace's own default.</summary>
    [Parameter]
    public OcConnection? Connection { get; set; }

    /// <summary>How many inputs of the pipeline are worked on at once, 1 to 64.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override int InputsInFlight => ThrottleLimit;

    /// <inheritdoc/>
    protected internal sealed override Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken) =>
        RunAsync(pipeline, Connection ?? throw new NotConnectedException(), cancellationToken);

    /// <summary>The work for one input.</summary>
    protected abstract Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken);

    /// <summary>The default connection belongs to the runspace, which only the pipeline thread knows.</summary>
    protected override void Prepare() => Connection ??= RunspaceConnections.Current.Default ?? throw new NotConnectedException();

    /// <summary>
    /// The values that the user gave for columns of a record, by the names of parameters and properties.
    /// </summary>
    /// <param name="emptyMeansNotGiven">
    /// Whether null and empty text count as "not given", as in an empty cell of a CSV file, and not as "clear the column".
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
