using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>An app registration in the tenant of a sandbox. Its credentials are not part of it.</summary>
public sealed record SandboxApplication
{
    private SandboxApplication()
    {
    }

    /// <summary>The application (client) id.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The tenant that it signs in to.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The name of its user in the environment, or null when it has none.</summary>
    public string? User { get; init; }

    /// <summary>The GUID of that user.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The roles of that user.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    internal static SandboxApplication Of(SandboxOrganization organization, Guid appId)
    {
        var user = organization.Users.FindApplication(appId);
        return new SandboxApplication
        {
            AppId = appId,
            TenantId = organization.Settings.TenantId,
            User = user is { } id ? (string?)organization.Rows.Find("systemuser", id)?["fullname"] : null,
            UserId = user,
            Roles = user is { } of ? organization.Users.RolesOf(of) : [],
        };
    }
}
