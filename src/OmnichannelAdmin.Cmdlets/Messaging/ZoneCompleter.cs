using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Completes the zones of scopes, with the region's name beside each.</summary>
public sealed class ZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        from region in MessagingRegion.WithScope
        let zone = region.TokenZone!
        where zone.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase)
        select new CompletionResult(zone, $"{zone} ({region.Name})", CompletionResultType.ParameterValue, region.Name);
}
