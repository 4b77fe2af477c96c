using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>Steps that many tests take before what they are about.</summary>
internal static class EnvironmentSteps
{
    /// <summary>Runs a cmdlet that makes a record, and forgets its requests.</summary>
    public static async Task<T> AddAsync<T>(this EnvironmentUnderTest environment, OcConnectedCmdlet command)
        where T : OcRecord
    {
        var pipeline = await environment.RunAsync(command);
        Assert.Empty(pipeline.Errors);
        environment.Organization.Requests.Clear();
        return Assert.IsType<T>(Assert.Single(pipeline.Output));
    }

    /// <summary>Runs a cmdlet that answers with one object.</summary>
    public static async Task<T> OneAsync<T>(this EnvironmentUnderTest environment, OcConnectedCmdlet command)
    {
        var pipeline = await environment.RunAsync(command);
        Assert.Empty(pipeline.Errors);
        return Assert.IsType<T>(Assert.Single(pipeline.Output), exactMatch: false);
    }

    /// <summary>Runs a cmdlet that must do without errors.</summary>
    public static async Task<RecordingPipeline> SucceedAsync(
        this EnvironmentUnderTest environment, OcConnectedCmdlet command, string[]? switches =
            null, string[]? cleared = null)
    {
        var pipeline = await environment.RunAsync(command, switches: switches, cleared: cleared);
        Assert.Empty(pipeline.Errors);
        return pipeline;
    }

    /// <summary>Runs a cmdlet that must be refused, and answers with the rule; nothing may have been written.</summary>
    public static async Task<string> RefusedAsync(
        this EnvironmentUnderTest environment, OcConnectedCmdlet command, string[]? cleared = null)
    {
        environment.Organization.Requests.Clear();
        var pipeline = await environment.RunAsync(command, cleared: cleared);
        Assert.Empty(environment.Writes);
        return Assert.Single(pipeline.Errors).Id;
    }
}
