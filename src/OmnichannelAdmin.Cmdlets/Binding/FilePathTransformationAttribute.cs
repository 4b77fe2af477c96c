using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes the path of a file and makes it a full one, by the location and the drives of the prompt. The file need not
/// exist. Empty text counts as nothing.
/// </summary>
public sealed class FilePathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData)?.ToString() switch
    {
        null or "" => null,
        var path => engineIntrinsics.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path),
    };
}
