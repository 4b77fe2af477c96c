using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Completes the names and codes of the geos that have a Messaging Service Provider endpoint.</summary>
public sealed class MspGeoCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var pattern = new NamePattern($"{wordToComplete.Trim('\'', '"')}*");
        return Words().Where(word => pattern.Matches(word.Text)).Select(Result);
    }

    private static IEnumerable<(string Text, string ToolTip)> Words() =>
        MspEndpoints.All.Select(row => (row.Geo, row.Uri.AbsoluteUri))
            .Concat(MspEndpoints.All.Select(row => (row.Code, row.Uri.AbsoluteUri)));

    private static CompletionResult Result((string Text, string ToolTip) word) => new(
        word.Text.Contains(' ', StringComparison.Ordinal) ? $"'{word.Text}'" : word.Text,
        word.Text,
        CompletionResultType.ParameterValue,
        word.ToolTip);
}
