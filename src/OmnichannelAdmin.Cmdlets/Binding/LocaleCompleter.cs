using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Completes the locales in which messages can be written.</summary>
public sealed class LocaleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        LocaleCodes.All
            .Where(code => code.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(code => new CompletionResult(code));
}
