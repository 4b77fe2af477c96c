using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Seeding;

/// <summary>The rows of an environment in which Omnichannel has just been set up.</summary>
internal static class NewEnvironment
{
    private const int CustomStreamSource = 192350002;
    private const int SimplifiedMode = 717210001;
    private const int PushDistribution = 192350000;

    private static readonly Guid BusinessUnit = new("9b4c7e21-6d3f-4a58-8e10-f5a2d7c6b934");
    private static readonly Guid DefaultQueue = new("c2d8f1a4-7b59-4e36-91c0-3a6e5d4f8b27");
    private static readonly Guid MessagingWorkstream = new("e7f3a2b1-4c68-4d9e-b5a7-18d0c9e6f254");

    private static readonly (string Name, string Code, int Locale, string Id)[] Languages =
    [
        ("English - United States", "en-US", 1033, "a1000000-0000-4000-8000-000000001033"),
        ("German - Germany", "de-DE", 1031, "a1000000-0000-4000-8000-000000001031"),
        ("French - France", "fr-FR", 1036, "a1000000-0000-4000-8000-000000001036"),
        ("Spanish - Spain", "es-ES", 3082, "a1000000-0000-4000-8000-000000003082"),
        ("Italian - Italy", "it-IT", 1040, "a1000000-0000-4000-8000-000000001040"),
        ("Japanese - Japan", "ja-JP", 1041, "a1000000-0000-4000-8000-000000001041"),
    ];

    public static void Seed(SandboxOrganization organization)
    {
        SeedPlatform(organization);
        SeedLanguages(organization.Rows);
        SeedMessaging(organization.Rows);
    }

    private static void SeedPlatform(SandboxOrganization organization)
    {
        var rows = organization.Rows;
        var settings = organization.Settings;
        rows.Add("businessunit", BusinessUnit, new() { ["name"] = settings.Name });
        rows.Add("organization", settings.OrganizationId, new() { ["name"] = settings.Name });
        SeedRole(
            rows,
            SeededRoles.SystemAdministrator,
            "System Administrator",
            SeededRoles.SystemAdministratorTemplate);
        SeedRole(rows, SeededRoles.OmnichannelAdministrator, "Omnichannel administrator", template: null);
        SeedRole(rows, SeededRoles.BasicUser, "Basic User", template: null);

        var users = organization.Users;
        SeedUser(rows, users.Administrator, settings.UserName, SeededRoles.SystemAdministrator);
        SeedUser(
            rows, users.OmnichannelAdministrator, "Omnichannel Administrator", SeededRoles.OmnichannelAdministrator);
        SeedUser(rows, users.BasicUser, "Basic User", SeededRoles.BasicUser);
        SeedUser(rows, users.WithoutRole, "User Without Role", role: null);
    }

    private static void SeedRole(SandboxRows rows, Guid id, string name, Guid? template) => rows.Add("role", id, new()
    {
        ["name"] = name,
        ["businessunitid"] = BusinessUnit,
        ["roletemplateid"] = template,
    });

    private static void SeedUser(SandboxRows rows, Guid id, string name, Guid? role)
    {
        rows.Add("systemuser", id, new()
        {
            ["fullname"] = name,
            ["domainname"] = $"{name.Replace(' ', '.').ToLowerInvariant()}@sandbox.example",
            ["azureactivedirectoryobjectid"] = Guid.NewGuid(),
            ["businessunitid"] = BusinessUnit,
        });
        if (role is not null)
            rows.Link("systemuserroles_association", id, role.Value);
    }

    private static void SeedLanguages(SandboxRows rows)
    {
        foreach (var (name, code, locale, id) in Languages)
        {
            rows.Add("msdyn_oclanguage", new Guid(id), new()
            {
                ["msdyn_languagename"] = name,
                ["msdyn_localecode"] = code,
                ["msdyn_localeid"] = locale,
            });
        }
    }

    private static void SeedMessaging(SandboxRows rows)
    {
        rows.Add("queue", DefaultQueue, new()
        {
            ["name"] = "Default messaging queue",
            ["msdyn_isdefaultqueue"] = true,
            ["msdyn_isomnichannelqueue"] = true,
            ["msdyn_priority"] = 100,
        });
        rows.Add("msdyn_liveworkstream", MessagingWorkstream, new()
        {
            ["msdyn_name"] = "Messaging workstream",
            ["msdyn_streamsource"] = CustomStreamSource,
            ["msdyn_mode"] = SimplifiedMode,
            ["msdyn_workdistributionmode"] = PushDistribution,
            ["msdyn_defaultqueue"] = DefaultQueue,
        });
    }
}
