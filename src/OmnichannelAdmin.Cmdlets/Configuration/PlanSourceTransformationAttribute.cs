using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Takes a plan, or the path of the file that it was saved to.</summary>
public sealed class PlanSourceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData) switch
    {
        null => null,
        PlanSource source => source,
        ConfigurationPlan plan => PlanSource.Of(plan),
        FileInfo file => PlanSource.OfFile(file.FullName),
        string { Length: > 0 } path => PlanSource.OfFile(FilePath.Resolve(engineIntrinsics, path)),
        var value => throw BindingFailure.Of(value, "a plan or the path of one"),
    };
}
