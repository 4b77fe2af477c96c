using System.Globalization;
using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Takes a whole number or its text, digits only; empty text counts as nothing.</summary>
public sealed class NumberTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Convert(Unwrapped.Value(inputData));

    internal static int? Convert(object? value) => value switch
    {
        null => null,
        int number => number,
        _ => Convert(System.Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim()),
    };

    private static int? Convert(string text)
    {
        if (text.Length == 0)
            return null;

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw BindingFailure.Of(text, "a whole number");
    }
}
