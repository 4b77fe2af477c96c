using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using OmnichannelAdmin.Channels;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Completes the names of channels of either kind.</summary>
public sealed class ChannelNameCompleter : IArgumentCompleter
{
    private static readonly IArgumentCompleter[] Kinds =
        [new RecordNameCompleter<CustomChannel>(), new RecordNameCompleter<AppleAccount>()];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) => Kinds.SelectMany(
            kind => kind.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters));
}
