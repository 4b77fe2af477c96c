using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>Runs cmdlets' bodies without an engine.</summary>
internal static class CmdletBody
{
    /// <summary>Runs a cmdlet's body as the engine would; the parameters that are set count as given.</summary>
    /// <param name="command">The cmdlet with its parameters.</param>
    /// <param name="agrees">What ShouldProcess answers; false is what -WhatIf does.</param>
    /// <param name="switches">The switches that are on.</param>
    /// <param name="cleared">Parameters that are given although they are null.</param>
    /// <param name="cancellationToken">Cancelled when the pipeline is stopped, as by Ctrl+C.</param>
    public static async Task<RecordingPipeline> RunAsync(
        OcCmdlet command,
        bool agrees = true,
        string[]? switches = null,
        string[]? cleared = null,
        CancellationToken cancellationToken = default)
    {
        var pipeline = new RecordingPipeline { Agrees = agrees };
        await RunAsync(command, pipeline, switches, cleared, cancellationToken);
        return pipeline;
    }

    /// <summary>Runs a cmdlet's body on a pipeline that the test looks at meanwhile.</summary>
    public static async Task RunAsync(
        OcCmdlet command,
        RecordingPipeline pipeline,
        string[]? switches = null,
        string[]? cleared = null,
        CancellationToken cancellationToken = default)
    {
        command.SwitchesOn = (switches ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        command.Given = GivenParameters(command).Concat(cleared ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await command.RunGuardedAsync(pipeline, cancellationToken);
    }

    private static IEnumerable<string> GivenParameters(OcCmdlet command) =>
        from property in command.GetType().GetProperties()
        where property.GetCustomAttributesData().Any(data => data.AttributeType == typeof(ParameterAttribute))
        where property.GetValue(command) is not (null or SwitchParameter)
        select property.Name;
}
