using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Takes a path of the file system, relative to where the prompt is, or a file object.</summary>
public sealed class PathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData) switch
    {
        null => null,
        FileSystemInfo file => file.FullName,
        string { Length: > 0 } path => FilePath.Resolve(engineIntrinsics, path),
        var value => throw BindingFailure.Of(value, "a path"),
    };
}
