using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>
/// The security roles of a new environment, and what they allow. A role that somebody adds allows nothing: the sandbox
/// keeps no list of privileges per role.
/// </summary>
internal static class SeededRoles
{
    public static readonly Guid SystemAdministrator = new("5e0d6b3a-1f47-4c92-a8d5-72c3e9f40b16");

    public static readonly Guid OmnichannelAdministrator = new("3d81c7f2-9a64-4be0-8f15-b20e6d7a4c93");

    public static readonly Guid BasicUser = new("84b6e1d9-2c05-4f7a-93de-6a1f8c0b7e52");

    /// <summary>The template that System Administrator is made from, in every environment.</summary>
    public static readonly Guid SystemAdministratorTemplate = new("627090ff-40a3-4053-8790-584edc5be201");

    private static readonly HashSet<string> PlatformTables =
        ["businessunit", "fieldpermission", "fieldsecurityprofile", "organization", "role", "systemuser", "team"];

    /// <summary>Whether a role allows an action on a table.</summary>
    public static bool Allows(Guid role, TableAction action, Table table)
    {
        var isPlatform = PlatformTables.Contains(table.LogicalName);
        if (role == SystemAdministrator)
            return true;
        if (role == OmnichannelAdministrator)
            return !isPlatform || action is TableAction.Read or TableAction.AppendTo;

        return role == BasicUser && isPlatform && action == TableAction.Read;
    }
}
