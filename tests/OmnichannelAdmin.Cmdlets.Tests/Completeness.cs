using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>What a cmdlet can set, so that a test's table cannot forget a parameter.</summary>
internal static class Completeness
{
    private static readonly string[] Common =
        ["Connection", "ThrottleLimit", "Force", "PassThru", "IfNotExists", "InputObject", "Identity"];

    /// <summary>The parameters by which a cmdlet sets something.</summary>
    public static IEnumerable<string> SettersOf<TCommand>()
        where TCommand : OcConnectedCmdlet =>
        from property in typeof(TCommand).GetProperties()
        where property.GetCustomAttributesData().Any(data => data.AttributeType == typeof(ParameterAttribute))
        where !Common.Contains(property.Name)
        orderby property.Name
        select property.Name;

    /// <summary>The parameters by which a cmdlet sets something and that none of the examples gives.</summary>
    public static IEnumerable<string> NotGivenIn<TCommand>(params TCommand[] examples)
        where TCommand : OcConnectedCmdlet =>
        SettersOf<TCommand>().Where(name =>
            examples.All(example => typeof(TCommand).GetProperty(name)!.GetValue(example) is null));
}
