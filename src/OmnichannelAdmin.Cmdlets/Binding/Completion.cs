using System.Management.Automation;
using System.Management.Automation.Language;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Offers a name, in quotes where the prompt needs them.</summary>
internal static class Completion
{
    public static CompletionResult Of(string name) => new(Quote(name), name, CompletionResultType.ParameterValue, name);

    private static string Quote(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
