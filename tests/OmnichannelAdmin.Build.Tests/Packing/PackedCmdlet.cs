using System.Reflection;

namespace OmnichannelAdmin.Build.Tests.Packing;

/// <summary>A cmdlet as its attributes describe it.</summary>
internal sealed record PackedCmdlet(Type Type)
{
    private const string CmdletAttribute = "System.Management.Automation.CmdletAttribute";
    private const string OutputTypeAttribute = "System.Management.Automation.OutputTypeAttribute";
    private const string ParameterAttribute = "System.Management.Automation.ParameterAttribute";

    private readonly IList<CustomAttributeTypedArgument> _verbAndNoun =
        Type.GetCustomAttributesData().Single(IsNamed(CmdletAttribute)).ConstructorArguments;

    public string Verb => (string)_verbAndNoun[0].Value!;

    public string Noun => (string)_verbAndNoun[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    /// <summary>Its parameters, without those that PowerShell adds.</summary>
    public IReadOnlyList<string> Parameters =>
    [
        .. Type.GetProperties()
            .Where(property => property.GetCustomAttributesData().Any(IsNamed(ParameterAttribute)))
            .Select(property => property.Name)
            .Order(),
    ];

    /// <summary>The types that it says it writes.</summary>
    public IEnumerable<Type> OutputTypes =>
        from attribute in Type.GetCustomAttributesData().Where(IsNamed(OutputTypeAttribute).Invoke)
        from argument in attribute.ConstructorArguments
        from type in (IEnumerable<CustomAttributeTypedArgument>)argument.Value!
        select (Type)type.Value!;

    public static bool IsCmdlet(Type type) => type.GetCustomAttributesData().Any(IsNamed(CmdletAttribute));

    private static Func<CustomAttributeData, bool> IsNamed(string attribute) =>
        data => data.AttributeType.FullName == attribute;
}
