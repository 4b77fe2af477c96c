using System.Management.Automation;
using System.Reflection;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Tests.Surface;

/// <summary>
/// Reads cmdlets off their attributes. The reference assembly's attribute objects answer nothing, so only the
/// attributes' data is looked at.
/// </summary>
internal static class CmdletSurface
{
    public static IReadOnlyList<Type> Classes { get; } =
    [
        .. typeof(OcCmdlet).Assembly.GetTypes()
            .Where(type => Attribute(type, typeof(CmdletAttribute)) is not null)
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    public static string NameOf(Type type)
    {
        var arguments = Attribute(type, typeof(CmdletAttribute))!.ConstructorArguments;
        return $"{arguments[0].Value}-{arguments[1].Value}";
    }

    public static bool SupportsShouldProcess(Type type) =>
        Named(Attribute(type, typeof(CmdletAttribute))!, nameof(CmdletAttribute.SupportsShouldProcess)) is true;

    /// <summary>One line for each parameter in each set: what a user of the cmdlet relies on.</summary>
    public static IEnumerable<string> Lines(Type type) =>
        from property in type.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal)
        from attribute in property.GetCustomAttributesData()
        where attribute.AttributeType == typeof(ParameterAttribute)
        select Line(type, property, attribute).TrimEnd(' ', '|');

    private static string Line(Type type, PropertyInfo property, CustomAttributeData parameter)
    {
        var facts = new[]
        {
            $"-{property.Name}",
            TypeName(property.PropertyType),
            Named(parameter, nameof(ParameterAttribute.ParameterSetName)) as string ?? "all sets",
            Named(parameter, nameof(ParameterAttribute.Position)) is int position ? $"position {position}" : "named",
            Named(parameter, nameof(ParameterAttribute.Mandatory)) is true ? "mandatory" : "optional",
            Pipeline(parameter),
            Aliases(property),
        };
        return $"{NameOf(type)} {string.Join(" | ", facts)}";
    }

    private static string Pipeline(CustomAttributeData parameter)
    {
        var byValue = Named(parameter, nameof(ParameterAttribute.ValueFromPipeline)) is true;
        var byName = Named(parameter, nameof(ParameterAttribute.ValueFromPipelineByPropertyName)) is true;
        return (byValue, byName) switch
        {
            (true, true) => "by value and name",
            (true, false) => "by value",
            (false, true) => "by name",
            _ => "no pipeline",
        };
    }

    private static string Aliases(PropertyInfo property)
    {
        var alias = property.GetCustomAttributesData().FirstOrDefault(
            data => data.AttributeType == typeof(AliasAttribute));
        var names = (IEnumerable<CustomAttributeTypedArgument>?)alias?.ConstructorArguments[0].Value ?? [];
        return string.Join(",", names.Select(name => name.Value));
    }

    private static string TypeName(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{underlying.Name}?";

        return type.Name;
    }

    private static CustomAttributeData? Attribute(Type type, Type attribute) =>
        type.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == attribute);

    private static object? Named(CustomAttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => argument.MemberName == name)
        .Select(argument => argument.TypedValue.Value)
        .FirstOrDefault();
}
