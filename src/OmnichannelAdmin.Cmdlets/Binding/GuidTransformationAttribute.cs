using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Takes a GUID or its text; empty text counts as nothing.</summary>
public sealed class GuidTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Convert(Unwrapped.Value(inputData));

    internal static Guid? Convert(object? value) => value switch
    {
        null => null,
        Guid guid => guid,
        _ when string.IsNullOrWhiteSpace(value.ToString()) => null,
        _ => Guid.TryParse(value.ToString(), out var guid)
            ? guid
            : throw BindingFailure.Of(value, "a GUID such as 9f6c021d-1234-4abc-8df7-123456789abc"),
    };
}
