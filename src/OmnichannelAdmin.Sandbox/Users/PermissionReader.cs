using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>Works out a user's permissions from its roles and column security profiles, its teams' included.</summary>
internal sealed class PermissionReader(RowStore store)
{
    private const int Allowed = 4;

    /// <summary>The roles of a user.</summary>
    public List<Guid> RolesOf(Guid user) =>
        [.. Linked("systemuserroles_association", "systemuser", user)
            .Concat(TeamsOf(user).SelectMany(team => Linked("teamroles_association", "team", team)))
            .Distinct()];

    /// <summary>The permissions of a user.</summary>
    public Permissions Read(Row user)
    {
        var who = $"'{user.Name}' ({user.Id})";
        var roles = RolesOf(user.Id);

        // A System Administrator has every column permission without a profile.
        if (roles.Contains(SeededRoles.SystemAdministrator))
            return new Permissions(who, (_, _) => true, (_, _, _) => true);

        var columns = ColumnsOf(user.Id);
        return new Permissions(
            who,
            (action, table) => roles.Any(role => SeededRoles.Allows(role, action, table)),
            (action, table, column) => columns.Contains((action, table.LogicalName, column.LogicalName)));
    }

    private HashSet<(ColumnAction Action, string Table, string Column)> ColumnsOf(Guid user)
    {
        var profiles = Linked("systemuserprofiles_association", "systemuser", user)
            .Concat(TeamsOf(user).SelectMany(team => Linked("teamprofiles_association", "team", team)))
            .ToHashSet();
        var allowed = new HashSet<(ColumnAction, string, string)>();
        if (profiles.Count == 0)
            return allowed;

        var table = store.Schema.Table("fieldpermission");
        foreach (var permission in store[table].Sorted)
        {
            if (permission[table.Column("fieldsecurityprofileid")] is RowReference to && profiles.Contains(to.Id))
                Add(allowed, table, permission);
        }

        return allowed;
    }

    private static void Add(HashSet<(ColumnAction, string, string)> allowed, Table table, Row permission)
    {
        if (permission[table.Column("entityname")] is not string tableName
            || permission[table.Column("attributelogicalname")] is not string columnName)
        {
            return;
        }

        AddIf(ColumnAction.Read, "canread");
        AddIf(ColumnAction.Create, "cancreate");
        AddIf(ColumnAction.Update, "canupdate");

        void AddIf(ColumnAction action, string column)
        {
            if (permission[table.Column(column)] is Allowed)
                allowed.Add((action, tableName, columnName));
        }
    }

    private IEnumerable<Guid> TeamsOf(Guid user) => Linked("teammembership_association", "systemuser", user);

    private IEnumerable<Guid> Linked(string relationship, string table, Guid id) =>
        store[store.Schema.FindManyToMany(relationship)!].LinkedTo(table, id);
}
