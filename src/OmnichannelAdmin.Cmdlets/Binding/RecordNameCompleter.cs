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
        var connection = fakeBoundParameters["Connection"] as OcConnection ?? RunspaceConnections.Current.Default;
        if (connection is null)
            return [];

        return Names(connection, wordToComplete.Trim('\'', '"')).Select(Result);
    }

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

    private static async Task<IReadOnlyList<string>> NamesAsync(OcConnection connection, string prefix, CancellationToken cancellationToken)
    {
        var table = TableModel.Of<T>();
        var names = new List<string>();
        var query = new RecordQuery { Name = new NamePattern($"{prefix}*") };
        await foreach (var record in connection.Records(SilentObserver.Instance).ReadAsync<T>(query, cancellationToken).ConfigureAwait(false))
        {
            names.Add(table.NameOf(record) ?? "");
            if (names.Count == MostNames)
                break;
        }

        return names;
    }

    private static CompletionResult Result(string name) =>
        new(Quote(name), name, CompletionResultType.ParameterValue, name);

    private static string Quote(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
