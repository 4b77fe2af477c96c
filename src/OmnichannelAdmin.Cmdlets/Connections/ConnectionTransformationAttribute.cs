using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Takes open connections, or the names that they were given with Connect-OcEnvironment -Name.</summary>
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData) switch
    {
        null => null,
        IEnumerable several and not string => several.Cast<object?>().Select(One).ToArray(),
        _ => One(inputData),
    };

    private static OcConnection One(object? input)
    {
        var value = Unwrapped.Value(input);
        return value switch
        {
            OcConnection connection => connection,
            string name => RunspaceConnections.Current.Find(name) ?? throw Unknown(name),
            _ => throw Refuse(input as PSObject),
        };
    }

    private static ArgumentTransformationMetadataException Unknown(string name)
    {
        var names = RunspaceConnections.Current.Names;
        var known = names.Count == 0
            ? "No connection of this runspace has a name"
            : $"This runspace has {string.Join(", ", names.Select(known => $"'{known}'"))}";
        return new ArgumentTransformationMetadataException(
            $"There is no connection '{name}'. {known}; Connect-OcEnvironment -Name gives one.");
    }

    private static ArgumentTransformationMetadataException Refuse(PSObject? input) =>
        input?.TypeNames.Contains($"Deserialized.{typeof(OcConnection).FullName}") == true
            ? new ArgumentTransformationMetadataException(
                "This connection has been serialised on its way (by a job, a remote session or Export-Clixml), and "
                + "what signs in does not travel. Connect anew there with Connect-OcEnvironment; ForEach-Object "
                + "-Parallel and Start-ThreadJob take the connection itself as $using:connection.")
            : new ArgumentTransformationMetadataException(
                "A connection is what Connect-OcEnvironment answers with, or the name that it was given; this is "
                + "neither.");
}
