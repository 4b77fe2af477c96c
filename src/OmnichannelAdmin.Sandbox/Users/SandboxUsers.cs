namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>The users of an organization that a test may sign in as, or act on behalf of.</summary>
public sealed class SandboxUsers
{
    private readonly SandboxOrganization _organization;

    internal SandboxUsers(SandboxOrganization organization) => _organization = organization;

    /// <summary>A System Administrator: every privilege, and every secured column.</summary>
    public Guid Administrator => _organization.Settings.UserId;

    /// <summary>
    /// A user with the role Omnichannel administrator: it may change the Omnichannel tables, and reads no secured
    /// column.
    /// </summary>
    public Guid OmnichannelAdministrator { get; } = new("2b7f0d84-5c19-4a63-b8e2-9d41f6c3a075");

    /// <summary>A user with the role Basic User only: it may not read a single Omnichannel table.</summary>
    public Guid BasicUser { get; } = new("d60a9c35-e871-4f24-9b0d-4c72a5e8f613");

    /// <summary>A user without any role.</summary>
    public Guid WithoutRole { get; } = new("96c4e2f7-0b3a-4d58-a1c9-e5f07b6d2384");

    /// <summary>Adds a user.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="roles">The names of its roles, such as <c>System Administrator</c>.</param>
    /// <returns>The user's id.</returns>
    /// <exception cref="ArgumentException">There is no role of that name.</exception>
    public Guid Add(string name, params string[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var found = roles.Select(FindRole).ToList();
        var user = _organization.Rows.Add("systemuser", new()
        {
            ["fullname"] = name,
            ["businessunitid"] = _organization.Rows.All("businessunit")[0].Id,
        });
        foreach (var role in found)
            _organization.Rows.Link("systemuserroles_association", user, role);

        return user;
    }

    /// <summary>Adds the application user of an app registration.</summary>
    /// <param name="clientId">The application (client) id.</param>
    /// <param name="name">The full name.</param>
    /// <param name="roles">The names of its roles, such as <c>System Administrator</c>.</param>
    /// <returns>The user's id.</returns>
    /// <exception cref="ArgumentException">There is no role of that name.</exception>
    public Guid AddApplication(Guid clientId, string name, params string[] roles)
    {
        var user = Add(name, roles);
        _organization.Rows.Change("systemuser", user, new() { ["applicationid"] = clientId });
        return user;
    }

    /// <summary>The application user of an app registration, or null when it has none.</summary>
    public Guid? FindApplication(Guid clientId) => _organization.Rows.All("systemuser")
        .FirstOrDefault(user => user["applicationid"] is Guid id && id == clientId)?.Id;

    /// <summary>The names of a user's roles, those of its teams included, in the order of the alphabet.</summary>
    public IReadOnlyList<string> RolesOf(Guid userId)
    {
        var roles = _organization.Store.Read(() => new PermissionReader(_organization.Store).RolesOf(userId));
        return [.. roles.Select(role => (string)_organization.Rows.Find("role", role)!["name"]!).Order()];
    }

    /// <summary>Gives a user permission on secured columns, by a column security profile of its own.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="table">The table's logical name.</param>
    /// <param name="columns">The columns' logical names.</param>
    public void GrantColumns(Guid userId, string table, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var profile = _organization.Rows.Add("fieldsecurityprofile", new() { ["name"] = $"Columns of {table}" });
        _organization.Rows.Link("systemuserprofiles_association", userId, profile);
        foreach (var column in columns)
        {
            _organization.Rows.Add("fieldpermission", new()
            {
                ["fieldsecurityprofileid"] = profile,
                ["entityname"] = table,
                ["attributelogicalname"] = column,
                ["canread"] = 4,
                ["cancreate"] = 4,
                ["canupdate"] = 4,
            });
        }
    }

    private Guid FindRole(string name)
    {
        var roles = _organization.Rows.All("role");
        var role = roles.FirstOrDefault(role => name.Equals((string?)role["name"], StringComparison.OrdinalIgnoreCase));
        return role?.Id ?? throw new ArgumentException(
            $"The sandbox has no role '{name}'; it has {string.Join(", ", roles.Select(known => known["name"]))}.");
    }
}
