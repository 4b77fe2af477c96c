using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Completes the names of records of the connected environment. It answers within a second or not at all, and never
/// with an error: the prompt must not wait for a slow environment.
/// </summary>
/// <typeparam name="T">The records.</typeparam>
public sealed class RecordNameCompleter<T> : IArgumentCompleter
    where T : OcRecord
{
    private const int MostNames = 50;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var connection = Given(fakeBoundParameters["Connection"]) ?? RunspaceConnections.Current.Default;
        if (connection is null)
            return [];

        return Names(connection, wordToComplete.Trim('\'', '"')).Select(Completion.Of);
    }

    // The engine hands over what stands on the line, as far as it can tell without running it.
    private static OcConnection? Given(object? connection) => Unwrapped.Value(connection) switch
    {
        OcConnection one => one,
        OcConnection[] { Length: > 0 } several => several[0],
        string name => RunspaceConnections.Current.Find(name),
        _ => null,
    };

    // Completion is synchronous in the engine, so this is the one place that blocks, for no longer than the budget.
    private static IReadOnlyList<string> Names(OcConnection connection, string prefix)
    {
        using var budget = new CancellationTokenSource(Budget);
        try
        {
            return Task.Run(() => NamesAsync(connection, prefix, budget.Token)).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is OperationCanceledException or DataverseException or ConnectionClosedException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(
        OcConnection connection, string prefix, CancellationToken cancellationToken)
    {
        var table = TableModel.Of<T>();
        var names = new List<string>();
        var query = new RecordQuery { Name = new NamePattern($"{prefix}*") };
        await foreach (
            var record in connection.Records(SilentObserver.Instance).ReadAsync<T>(query, cancellationToken)
                .ConfigureAwait(false))
        {
            names.Add(table.NameOf(record) ?? "");
            if (names.Count == MostNames)
                break;
        }

        return names;
    }
}
