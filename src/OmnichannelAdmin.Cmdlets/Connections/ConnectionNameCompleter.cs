using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Completes the names of the runspace's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) => RunspaceConnections.Current.Names
            .Where(name => name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(Completion.Of);
}
