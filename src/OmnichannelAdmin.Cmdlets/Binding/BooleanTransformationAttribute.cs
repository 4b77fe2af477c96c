using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes a boolean, or true, false, yes, no, 1 or 0 as a CSV file holds them; empty text counts as nothing.
/// </summary>
public sealed class BooleanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Convert(Unwrapped.Value(inputData));

    internal static bool? Convert(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        _ => value.ToString()!.Trim().ToUpperInvariant() switch
        {
            "" => null,
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => throw BindingFailure.Of(value, "true, false, yes, no, 1 or 0"),
        },
    };
}
