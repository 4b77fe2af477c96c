using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>
/// Turns an expression that the OData library has parsed into a function of a row. What a real environment does not
/// evaluate, or the sandbox cannot, is refused by name.
/// </summary>
internal sealed class FilterCompiler(RequestScope scope, Table table)
{
    private readonly RowStore _store = scope.Store;

    /// <summary>Makes the test of a $filter; a row of which the answer is unknown does not pass.</summary>
    /// <exception cref="RefusedException">The expression uses what cannot be evaluated here.</exception>
    public Func<Row, bool> CompileTest(SingleValueNode expression)
    {
        var value = Compile(expression);
        return row => value(row) is true;
    }

    /// <summary>Makes the value of an expression.</summary>
    /// <exception cref="RefusedException">The expression uses what cannot be evaluated here.</exception>
    public RowValue Compile(QueryNode node) => node switch
    {
        ConvertNode convert => Compile(convert.Source),
        ConstantNode constant => Constant(constant),
        SingleValuePropertyAccessNode property => Property(property),
        BinaryOperatorNode binary => Binary(binary),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Not(not),
        SingleValueFunctionCallNode function when function.Functions.Any() =>
            new QueryFunction(scope, table, function).Compile(),
        SingleValueFunctionCallNode function => TextFunction(function),
        AnyNode any => Any(any),
        _ => throw NotSupported(node.Kind.ToString()),
    };

    private static RowValue Constant(ConstantNode constant)
    {
        var value = ValueComparison.Comparable(constant.Value);
        return _ => value;
    }

    private RowValue Property(SingleValuePropertyAccessNode property)
    {
        var owner = Owner(property.Source);
        var owning = _store.Schema.FindTable(EdmModelFactory.TableName(property.Property.DeclaringType));
        var column = owning?.FindProperty(property.Property.Name)
            ?? throw NotSupported($"property '{property.Property.Name}' here");
        scope.Permissions.Demand(ColumnAction.Read, owning, column, ErrorCodes.QueryContainedSecuredAttribute);
        if (owner is null)
            return row => ValueComparison.Comparable(row[column]);

        return row => owner(row) is { } other ? ValueComparison.Comparable(other[column]) : null;
    }

    // Null means the row itself.
    private Func<Row, Row?>? Owner(QueryNode source)
    {
        if (source is not SingleNavigationNode navigation)
            return null;

        var inner = Owner(navigation.Source);
        var owning = _store.Schema.Table(EdmModelFactory.TableName(navigation.NavigationProperty.DeclaringType));
        if (_store.Schema.FindTable(navigation.NavigationProperty.ToEntityType().Name) is { } target)
            scope.Permissions.Demand(TableAction.Read, target);
        var lookup = owning.FindNavigation(navigation.NavigationProperty.Name)!;
        return row => (inner is null ? row : inner(row)) is { } from ? _store.Find(from[lookup] as RowReference) : null;
    }

    private RowValue Binary(BinaryOperatorNode binary)
    {
        var left = Compile(binary.Left);
        var right = Compile(binary.Right);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And => row => And(left(row), () => right(row)),
            BinaryOperatorKind.Or => row => Or(left(row), () => right(row)),
            BinaryOperatorKind.Equal when IsNull(binary.Right) => row => left(row) is null,
            BinaryOperatorKind.NotEqual when IsNull(binary.Right) => row => left(row) is not null,
            BinaryOperatorKind.Equal => Comparison(left, right, order => order == 0),
            BinaryOperatorKind.NotEqual => Comparison(left, right, order => order != 0),
            BinaryOperatorKind.GreaterThan => Comparison(left, right, order => order > 0),
            BinaryOperatorKind.GreaterThanOrEqual => Comparison(left, right, order => order >= 0),
            BinaryOperatorKind.LessThan => Comparison(left, right, order => order < 0),
            BinaryOperatorKind.LessThanOrEqual => Comparison(left, right, order => order <= 0),
            _ => throw NotSupported($"operator '{binary.OperatorKind}'"),
        };
    }

    private static bool IsNull(QueryNode node) => node switch
    {
        ConvertNode convert => IsNull(convert.Source),
        ConstantNode constant => constant.Value is null,
        _ => false,
    };

    // A comparison with nothing is unknown, as in SQL: rows without a value answer neither to eq nor to ne.
    private static RowValue Comparison(RowValue left, RowValue right, Func<int, bool> holds) => row =>
        left(row) is { } leftValue && right(row) is { } rightValue
            ? ValueComparison.Compare(leftValue, rightValue) is { } order ? holds(order) : null
            : null;

    private static bool? And(object? left, Func<object?> right)
    {
        if (left is false)
            return false;

        var other = right();
        return other is false ? false : left is null || other is null ? null : true;
    }

    private static bool? Or(object? left, Func<object?> right)
    {
        if (left is true)
            return true;

        var other = right();
        return other is true ? true : left is null || other is null ? null : false;
    }

    private RowValue Not(UnaryOperatorNode not)
    {
        var operand = Compile(not.Operand);
        return row => operand(row) is bool value ? !value : null;
    }

    private RowValue TextFunction(SingleValueFunctionCallNode function)
    {
        if (function.Name is not ("contains" or "startswith" or "endswith"))
            throw NotSupported($"function '{function.Name}'");

        var parameters = function.Parameters.ToList();
        if (ConstantText(parameters[1]) is not { } text)
            throw NotSupported($"function '{function.Name}' with anything but a text to look for");

        var value = Compile(parameters[0]);
        var matches = LikePattern.Compile(function.Name, text);
        return row => value(row) is string found ? matches(found) : null;
    }

    private static string? ConstantText(QueryNode node) => node switch
    {
        ConvertNode convert => ConstantText(convert.Source),
        ConstantNode constant => constant.Value as string,
        _ => null,
    };

    private RowValue Any(AnyNode any)
    {
        if (any.Source is not CollectionNavigationNode { Source: ResourceRangeVariableReferenceNode } collection)
            throw NotSupported("'any' over anything but a collection of the row itself");

        var member = _store.Schema.Table(collection.NavigationProperty.ToEntityType().Name);
        scope.Permissions.Demand(TableAction.Read, member);
        var test = any.Body is ConstantNode ? _ => true : new FilterCompiler(scope, member).CompileTest(any.Body);
        var name = collection.NavigationProperty.Name;
        return row => RowCollection.Rows(_store, row, name).Any(test);
    }

    private static RefusedException NotSupported(string what) =>
        RefusedException.NotInSandbox($"{what} in $filter or $orderby");
}
