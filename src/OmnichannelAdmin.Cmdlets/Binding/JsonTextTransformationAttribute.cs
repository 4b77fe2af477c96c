using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes the text of JSON as it is, and makes JSON of a hashtable or an object; empty text counts as nothing.
/// </summary>
public sealed class JsonTextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Convert(inputData);

    internal static string? Convert(object? input) => Unwrapped.Value(input) switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        _ => JsonInput.NodeOf(input)!.ToJsonString(),
    };
}
