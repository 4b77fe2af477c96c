using System.Collections;
using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Takes a hashtable of texts by name.</summary>
public sealed class TextMapTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Convert(Unwrapped.Value(inputData));

    internal static TextMap? Convert(object? value) => value switch
    {
        null => null,
        TextMap map => map,
        IDictionary table =>
            new TextMap(table.Cast<DictionaryEntry>().ToDictionary(Name, Text, StringComparer.OrdinalIgnoreCase)),
        _ => throw BindingFailure.Of(value, "a hashtable such as @{ 'de-DE' = 'Guten Tag' }"),
    };

    private static string Name(DictionaryEntry entry) => Unwrapped.Value(entry.Key)!.ToString()!;

    private static string Text(DictionaryEntry entry) => Unwrapped.Value(entry.Value)?.ToString() ?? "";
}
