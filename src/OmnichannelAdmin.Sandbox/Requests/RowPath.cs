using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Follows the parts of a path from a set to a row.</summary>
internal static class RowPath
{
    /// <summary>The row that the parts lead to, or null where a lookup on the way is empty.</summary>
    /// <exception cref="RefusedException">A row on the way is missing, or a part cannot be followed.</exception>
    public static Row? Walk(RequestScope scope, IEnumerable<ODataPathSegment> segments)
    {
        Row? row = null;
        var table = (Table?)null;
        var members = (IEnumerable<Row>?)null;
        foreach (var segment in segments)
        {
            switch (segment)
            {
                case EntitySetSegment set:
                    table = TableOf(scope, set.EntitySet.Name);
                    scope.Permissions.Demand(TableAction.Read, table);
                    break;
                case KeySegment key:
                    row = Find(scope, table!, members, RowAddress.Id(key));
                    break;
                case NavigationPropertySegment navigation when row is null:
                    return null;
                case NavigationPropertySegment navigation when IsCollection(navigation.NavigationProperty):
                    members = RowCollection.Rows(scope.Store, row, navigation.NavigationProperty.Name);
                    table = scope.Schema.Table(navigation.NavigationProperty.ToEntityType().Name);
                    scope.Permissions.Demand(TableAction.Read, table);
                    break;
                case NavigationPropertySegment navigation:
                    row = Follow(scope, row, navigation.NavigationProperty.Name);
                    break;
                case TypeSegment:
                    break;
                default:
                    throw RefusedException.NotInSandbox($"'{segment.Identifier}' inside a path");
            }
        }

        return row;
    }

    /// <summary>The row that the parts lead to.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static Row WalkToRow(RequestScope scope, IEnumerable<ODataPathSegment> segments) =>
        Walk(scope, segments)
        ?? throw new RefusedException(
            System.Net.HttpStatusCode.NotFound,
            ErrorCodes.ObjectDoesNotExist,
            "A lookup in the path points at no row.");

    /// <summary>Whether a navigation property leads to many rows.</summary>
    public static bool IsCollection(IEdmNavigationProperty navigation) =>
        navigation.TargetMultiplicity() == EdmMultiplicity.Many;

    /// <summary>The table of an entity set.</summary>
    /// <exception cref="RefusedException">The set holds no rows.</exception>
    public static Table TableOf(RequestScope scope, string entitySet) =>
        scope.Schema.FindSet(entitySet) ?? throw RefusedException.NotInSandbox($"this request of '{entitySet}'");

    private static Row Find(RequestScope scope, Table table, IEnumerable<Row>? members, Guid id)
    {
        var row = members is null
            ? scope.Store[table].Find(id)
            : members.FirstOrDefault(member => member.Id == id);
        return row ?? throw RefusedException.RowMissing(table.LogicalName, id);
    }

    private static Row? Follow(RequestScope scope, Row row, string navigationProperty)
    {
        if (row.Table.FindNavigation(navigationProperty) is not { } lookup
            || scope.Store.Find(row[lookup] as RowReference) is not { } related)
        {
            return null;
        }

        scope.Permissions.Demand(TableAction.Read, related.Table);
        return related;
    }
}
