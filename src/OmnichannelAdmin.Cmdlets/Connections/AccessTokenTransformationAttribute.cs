using System.Management.Automation;
using System.Security;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Takes a token as text or SecureString, or a script block that answers with either.</summary>
public sealed class AccessTokenTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value is string { Length: > 0 } or SecureString { Length: > 0 } or ScriptBlock
            ? value
            : throw new ArgumentTransformationMetadataException(
                "An access token is a text, a SecureString, or a script block that answers with one of them; this is none.");
    }
}
