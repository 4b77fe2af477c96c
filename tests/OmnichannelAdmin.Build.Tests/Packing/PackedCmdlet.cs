using System.Reflection;

namespace OmnichannelAdmin.Build.Tests.Packing;

/// <summary>A cmdlet as its attributes describe it.</summary>
internal sealed record PackedCmdlet(Type Type)
{
    private const string CmdletAttribute = "System.Management.Automation.CmdletAttribute";
    private const string ParameterAttribute = "System.Management.Automation.ParameterAttribute";

    private readonly IList<CustomAttributeTypedArgument> _verbAndNoun =
        Type.GetCustomAttributesData().Single(IsNamed(CmdletAttribute)).ConstructorArguments;

    public string Verb => (string)_verbAndNoun[0].Value!;

    public string Noun => (string)_verbAndNoun[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    /// <summary>
    /// The parameters that its page and its help must show: all of its own but those that no list shows, and none
    /// of those that PowerShell adds.
    /// </summary>
    public IReadOnlyList<string> Parameters =>
        [.. Type.GetProperties().Where(IsShownParameter).Select(property => property.Name).Order()];

    public static bool IsCmdlet(Type type) => type.GetCustomAttributesData().Any(IsNamed(CmdletAttribute));

    private static bool IsShownParameter(PropertyInfo property)
    {
        CustomAttributeData[] declarations =
            [.. property.GetCustomAttributesData().Where(IsNamed(ParameterAttribute))];
        return declarations.Length > 0 && !declarations.All(IsHidden);
    }

    private static bool IsHidden(CustomAttributeData declaration) =>
        declaration.NamedArguments.Any(
            argument => argument.MemberName == "DontShow" && argument.TypedValue.Value is true);

    private static Func<CustomAttributeData, bool> IsNamed(string attribute) =>
        data => data.AttributeType.FullName == attribute;
}
