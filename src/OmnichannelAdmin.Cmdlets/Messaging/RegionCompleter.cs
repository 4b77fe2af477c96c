using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Completes the names and datacenter codes of regions.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = wordToComplete.Trim('\'', '"');
        return
            from region in MessagingRegion.WithScope
            where StartsWith(region.Name, word) || StartsWith(region.DatacenterCode, word)
            select Completion.Of(StartsWith(region.Name, word) ? region.Name : region.DatacenterCode!);
    }

    private static bool StartsWith(string? name, string word) =>
        name is not null && name.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
