using OmnichannelAdmin.Sandbox.Queries;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>The context URLs that tell a reader what an answer holds.</summary>
internal static class ContextUrl
{
    public static string OfRow(RequestScope scope, Table table, Selection selection) =>
        $"{OfRows(scope, table, selection)}/$entity";

    public static string OfRows(RequestScope scope, Table table, Selection selection) =>
        $"{scope.ServiceRoot}$metadata#{table.EntitySetName}{(selection.Text.Length > 0 ? $"({selection.Text})" : "")}";

    public static string OfProperty(RequestScope scope, Table table, Guid id, Column column) =>
        $"{scope.ServiceRoot}$metadata#{table.EntitySetName}({id})/{column.PropertyName}";

    public static string OfComplexType(RequestScope scope, string type) =>
        $"{scope.ServiceRoot}$metadata#{EdmModelFactory.Namespace}.{type}";
}
