using System.Collections;
using OmnichannelAdmin.Cmdlets.Configuration;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Tests.Configuration;

/// <summary>A small configuration, and cmdlets that take it.</summary>
internal static class ConfigurationExamples
{
    public static readonly Hashtable Contoso = new()
    {
        ["Workstreams"] = new[] { new Hashtable { ["Name"] = "Web chats", ["StreamSource"] = "Custom" } },
        ["CustomChannels"] =
            new[] { new Hashtable { ["Name"] = "Contoso web", ["Kind"] = "DirectLine", ["Workstream"] = "Web chats" } },
    };

    /// <summary>An authentication setting with one property of the caller's.</summary>
    public static Hashtable Settings(string property, object value) => new()
    {
        ["authSettings"] = new[]
        {
            new Hashtable
            {
                ["name"] = "Contoso",
                ["channelType"] = "AppleMessagesForBusiness",
                ["authenticationType"] = "CodeFlow",
                ["clientId"] = "c",
                ["scope"] = "openid",
                ["decryptedTokenUrl"] = "https://login.example.com",
                [property] = value,
            },
        },
    };

    /// <summary>So many tags.</summary>
    public static Hashtable Tags(int count) => new()
    {
        ["tags"] = Enumerable.Range(1, count).Select(number => new Hashtable { ["name"] = $"Tag {number}" }).ToArray(),
    };

    public static NewOcPlanCommand NewPlan(object? configuration = null) => new() { Path = Source(configuration) };

    public static TestOcConfigurationCommand Test(object? configuration = null) =>
        new() { Path = Source(configuration) };

    public static InvokeOcPlanCommand Invoke(object plan) =>
        new() { Plan = (PlanSource?)new PlanSourceTransformationAttribute().Transform(null!, plan) };

    public static async Task<ConfigurationPlan> PlanAsync(
        this EnvironmentUnderTest environment, object? configuration = null) =>
        (ConfigurationPlan)(await environment.RunAsync(NewPlan(configuration))).Output.Single();

    public static async Task ApplyAsync(this EnvironmentUnderTest environment, object? configuration = null) =>
        await environment.RunAsync(Invoke(await environment.PlanAsync(configuration)));

    private static ConfigurationSource? Source(object? configuration) =>
        (ConfigurationSource?)new ConfigurationSourceTransformationAttribute().Transform(
            null!, configuration ?? Contoso);
}
