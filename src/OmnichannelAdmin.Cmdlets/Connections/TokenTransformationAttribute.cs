using System.Management.Automation;
using System.Security;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Takes a token as text or SecureString, or a script block that answers with either.</summary>
public sealed class TokenTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Value(inputData);
        return value is string { Length: > 0 } or SecureString { Length: > 0 } or ScriptBlock
            ? value
            : throw new ArgumentTransformationMetadataException(
                "A token is a text, a SecureString, or a script block that answers with one of them; this is none.");
    }
}
