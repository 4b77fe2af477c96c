using System.Text.Json.Nodes;
using Microsoft.OData;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>$filter over definitions: equality, joined by and, or, not.</summary>
internal static class DefinitionFilter
{
    /// <summary>The definitions that pass.</summary>
    /// <exception cref="RefusedException">The filter uses more than equality.</exception>
    public static IEnumerable<JsonObject> Apply(IEnumerable<JsonObject> definitions, FilterClause? filter) =>
        filter is null ? definitions : definitions.Where(Compile(filter.Expression));

    private static Func<JsonObject, bool> Compile(SingleValueNode node)
    {
        switch (node)
        {
            case ConvertNode convert:
                return Compile(convert.Source);
            case UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not:
                var operand = Compile(not.Operand);
                return definition => !operand(definition);
            case BinaryOperatorNode binary:
                return Compile(binary);
            case SingleValuePropertyAccessNode property:
                return definition => definition[property.Property.Name]?.ToString() == "true";
            default:
                throw NotSupported();
        }
    }

    private static Func<JsonObject, bool> Compile(BinaryOperatorNode binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.And:
                var (first, second) = (Compile(binary.Left), Compile(binary.Right));
                return definition => first(definition) && second(definition);
            case BinaryOperatorKind.Or:
                var (one, other) = (Compile(binary.Left), Compile(binary.Right));
                return definition => one(definition) || other(definition);
            case BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual:
                var (property, value) = (PropertyOf(binary.Left), ValueOf(binary.Right));
                var wanted = binary.OperatorKind == BinaryOperatorKind.Equal;
                return definition => (definition[property]?.ToString() == value) == wanted;
            default:
                throw NotSupported();
        }
    }

    private static string PropertyOf(SingleValueNode node) => node switch
    {
        ConvertNode convert => PropertyOf(convert.Source),
        SingleValuePropertyAccessNode property => property.Property.Name,
        _ => throw NotSupported(),
    };

    private static string? ValueOf(SingleValueNode node) => node switch
    {
        ConvertNode convert => ValueOf(convert.Source),
        ConstantNode { Value: bool flag } => flag ? "true" : "false",
        ConstantNode { Value: ODataEnumValue enumValue } => NameOf(enumValue),
        ConstantNode constant => constant.Value?.ToString(),
        _ => throw NotSupported(),
    };

    // The library hands an enumeration's member on as its number.
    private static string NameOf(ODataEnumValue value) =>
        DefinitionModel.TypeCodeName(value.Value) ?? value.Value;

    private static RefusedException NotSupported() =>
        RefusedException.NotInSandbox("anything but eq, ne, and, or, not in a filter of definitions");
}
