using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>Turns $select and $expand, as the OData library has parsed them, into a selection.</summary>
internal sealed class SelectionReader(RequestScope scope)
{
    /// <summary>Reads what of a table is asked for; null is everything.</summary>
    /// <exception cref="RefusedException">It asks for what the sandbox cannot answer.</exception>
    public Selection Read(Table table, SelectExpandClause? clause)
    {
        var items = clause?.SelectedItems.ToList() ?? [];
        var expansions = items.OfType<ExpandedNavigationSelectItem>()
            .Select(item => ReadExpansion(table, item))
            .ToList();
        var selected = items.OfType<PathSelectItem>()
            .Select(item => item.SelectedPath.FirstSegment.Identifier)
            .ToList();
        var everything = clause is null || clause.AllSelected || items.OfType<WildcardSelectItem>().Any();
        if (everything)
            return new Selection(table.VisibleColumns, expansions, ContextText([], expansions));

        var columns = new List<Column> { table.PrimaryId };
        columns.AddRange(selected.Select(table.FindProperty).OfType<Column>());
        return new Selection([.. columns.Distinct()], expansions, ContextText(selected, expansions));
    }

    /// <summary>Reads an order.</summary>
    /// <exception cref="RefusedException">It orders by what cannot be evaluated here.</exception>
    public RowOrder ReadOrder(Table table, OrderByClause? clause)
    {
        var compiler = new FilterCompiler(scope, table);
        var keys = new List<RowOrderKey>();
        for (var item = clause; item is not null; item = item.ThenBy)
        {
            var name = item.Expression is SingleValuePropertyAccessNode property ? property.Property.Name : "value";
            keys.Add(new RowOrderKey(
                name, compiler.Compile(item.Expression), item.Direction == OrderByDirection.Descending));
        }

        return keys.Count == 0 ? RowOrder.ById : new RowOrder(keys);
    }

    private Expansion ReadExpansion(Table table, ExpandedNavigationSelectItem item)
    {
        var segment = item.PathToNavigationProperty.LastSegment as NavigationPropertySegment
            ?? throw RefusedException.NotInSandbox("$expand of anything but a navigation property");
        var navigation = segment.NavigationProperty;
        RefuseOptions(navigation, item);

        var target = scope.Schema.FindTable(navigation.ToEntityType().Name);
        if (target is not null)
            scope.Permissions.Demand(TableAction.Read, target);
        return new Expansion(navigation.Name, table.FindNavigation(navigation.Name))
        {
            Selection = target is null ? null : Read(target, item.SelectAndExpand),
            Test = item.FilterOption is { } filter && target is not null
                ? new FilterCompiler(scope, target).CompileTest(filter.Expression)
                : _ => true,
            Order = target is null ? RowOrder.ById : ReadOrder(target, item.OrderByOption),
            Top = (int?)item.TopOption,
        };
    }

    private static void RefuseOptions(IEdmNavigationProperty navigation, ExpandedNavigationSelectItem item)
    {
        if (item.SkipOption is not null)
            throw RefusedException.BadRequest(ErrorCodes.BadRequest, "$skip is not supported by Dataverse.");

        if (item.CountOption is not null || item.SearchOption is not null || item.LevelsOption is not null
            || item.ApplyOption is not null || item.ComputeOption is not null)
        {
            throw RefusedException.NotInSandbox(
                $"$count, $search, $levels, $apply or $compute inside $expand of '{navigation.Name}'");
        }
    }

    private static string ContextText(List<string> selected, List<Expansion> expansions) =>
        string.Join(",", selected.Concat(expansions.Select(item => $"{item.Name}({item.Selection?.Text})")));
}
