using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Completes the names of the platform's events.</summary>
public sealed class EventNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        from name in PlatformEvents.Published.Concat(PlatformEvents.OnlyInSamples)
        where name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(name);
}
