using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Completes the names of the sections of a configuration.</summary>
public sealed class SectionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        ConfigurationModel.Tables
            .Select(table => table.Section!)
            .Where(section => section.StartsWith(wordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(section => new CompletionResult(section));
}
