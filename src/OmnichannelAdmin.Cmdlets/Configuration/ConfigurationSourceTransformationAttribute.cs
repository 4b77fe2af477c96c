using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Requests;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>
/// Takes a document, the path of one, a hashtable such as Import-PowerShellDataFile answers, or an object of JSON.
/// </summary>
public sealed class ConfigurationSourceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData) switch
    {
        null => null,
        ConfigurationSource source => source,
        ConfigurationDocument document => ConfigurationSource.Of(document),
        FileInfo file => ConfigurationSource.OfFile(file.FullName),
        string { Length: > 0 } path => ConfigurationSource.OfFile(FilePath.Resolve(engineIntrinsics, path)),
        IDictionary or PSCustomObject =>
            ConfigurationSource.Of(JsonSerializer.SerializeToElement(RequestBody.Of(inputData)), inputData!),
        var value => throw BindingFailure.Of(value, "a configuration, the path of one, a hashtable or an object"),
    };
}
