using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Seeding;

/// <summary>The rows of an environment in which Omnichannel has just been set up.</summary>
internal static class NewEnvironment
{
    private const int CustomStreamSource = 192350002;
    private const int SimplifiedMode = 717210001;
    private const int PushDistribution = 192350000;

    /// <summary>The id of the System Administrator role that the seed makes.</summary>
    public static readonly Guid SystemAdministratorRole = new("5e0d6b3a-1f47-4c92-a8d5-72c3e9f40b16");

    /// <summary>The template that all System Administrator roles are made from, in every environment.</summary>
    public static readonly Guid SystemAdministratorTemplate = new("627090ff-40a3-4053-8790-584edc5be201");

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
        rows.Add("systemuser", settings.UserId, new()
        {
            ["fullname"] = settings.UserName,
            ["domainname"] = "administrator@sandbox.example",
            ["businessunitid"] = BusinessUnit,
        });
        rows.Add("organization", settings.OrganizationId, new() { ["name"] = settings.Name });
        rows.Add("role", SystemAdministratorRole, new()
        {
            ["name"] = "System Administrator",
            ["businessunitid"] = BusinessUnit,
            ["roletemplateid"] = SystemAdministratorTemplate,
        });
        rows.Link("systemuserroles_association", settings.UserId, SystemAdministratorRole);
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
