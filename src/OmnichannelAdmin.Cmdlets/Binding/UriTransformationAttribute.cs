using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes a URL or its text; empty text counts as nothing. What the URL must be like is for the record to say.
/// </summary>
public sealed class UriTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Convert(Unwrapped.Value(inputData));

    internal static Uri? Convert(object? value) => value switch
    {
        null => null,
        Uri address => address,
        _ when string.IsNullOrWhiteSpace(value.ToString()) => null,
        _ => Uri.TryCreate(value.ToString()!.Trim(), UriKind.RelativeOrAbsolute, out var address)
            ? address
            : throw BindingFailure.Of(value, "a URL"),
    };
}
