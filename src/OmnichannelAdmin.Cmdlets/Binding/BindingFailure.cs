using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Makes the exception by which a transformation refuses a value. Without it the engine would drop a value of the
/// pipeline that does not fit, as if it had not been given.
/// </summary>
internal static class BindingFailure
{
    public static ArgumentTransformationMetadataException Of(object value, string expected) =>
        new($"'{value}' is not {expected}.");
}
