using OmnichannelAdmin.Sandbox.Loopback;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>An organization with the rows that the cases speak of, and their names.</summary>
internal sealed class ConformanceFixture : IDisposable
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ConformanceFixture()
    {
        Organization = new SandboxOrganization(new SandboxSettings
        {
            TablesWithoutOptimisticConcurrency = new HashSet<string> { "msdyn_octag" },
        });
        NamePlatform();
        AddRows();
        AddEtags();
    }

    public SandboxOrganization Organization { get; }

    /// <summary>A client that speaks as one of the users, to the handler itself or over a server.</summary>
    public SandboxClient ClientOf(string user, LoopbackServer? server = null)
    {
        var id = Guid.Parse(_names[user]);
        var client = server is null
            ? new SandboxClient(Organization.CreateHandler(id), Organization.Settings.Url)
            : new SandboxClient(new SocketsHttpHandler { UseCookies = false }, server.Url)
            {
                Token = Organization.Tokens.Issue(id, TimeSpan.FromHours(1)),
            };
        _names["root"] = client.Root.AbsoluteUri;
        return client;
    }

    /// <summary>Puts the fixture's values in place of their names.</summary>
    public string Fill(string text)
    {
        foreach (var (name, value) in _names)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }

    public void Dispose() => Organization.Dispose();

    private void NamePlatform()
    {
        var settings = Organization.Settings;
        Name("organization", settings.OrganizationId);
        Name("tenant", settings.TenantId);
        Name("admin", Organization.Users.Administrator);
        Name("omnichannel", Organization.Users.OmnichannelAdministrator);
        Name("basic", Organization.Users.BasicUser);
        Name("withoutRole", Organization.Users.WithoutRole);
        Name("stranger", Guid.NewGuid());
        Name("missing", Guid.NewGuid());
        Name("trusted", Organization.Users.Add("Trusted", "Omnichannel administrator"));
        Organization.Users.GrantColumns(
            Id("trusted"), "msdyn_authenticationsettings", "msdyn_authenticationclientsecret");
        Name(
            "omnichannelObject",
            (Guid)Organization.Rows.Find("systemuser", Id("omnichannel"))!["azureactivedirectoryobjectid"]!);
        Name("workstream", Organization.Rows.All("msdyn_liveworkstream")[0].Id);
        Name("queue", Organization.Rows.All("queue")[0].Id);
        Name("language", Organization.Rows.All("msdyn_oclanguage")[0].Id);
    }

    private void AddRows()
    {
        Add("identity", "managedidentity", new() { ["name"] = "Contoso identity" });
        Add("account", "msdyn_ocbotchannelregistration", new() { ["msdyn_name"] = "Contoso account" });
        Add("second", "msdyn_liveworkstream", new() { ["msdyn_name"] = "Another workstream" });
        Add("auth", "msdyn_authenticationsettings", new()
        {
            ["msdyn_name"] = "Sign-in setting",
            ["msdyn_authenticationclientsecret"] = "stored text",
        });
        Add("apple", "msdyn_ocapplebusinessaccount", new()
        {
            ["msdyn_name"] = "Contoso on Apple",
            ["msdyn_businessauthsettingsid"] = Id("auth"),
        });
        Add("tag", "msdyn_octag", new() { ["msdyn_name"] = "Tag" });
        Add("rich", "msdyn_ocrichobject", new() { ["msdyn_name"] = "Sign in" });
        Add("map", "msdyn_ocrichobjectmap", new()
        {
            ["msdyn_name"] = "Map",
            ["msdyn_authsettingsmapid"] = Id("auth"),
            ["msdyn_ocmappedrichobjid"] = Id("rich"),
        });
        Add("pay", "msdyn_ocapplepay", new()
        {
            ["msdyn_name"] = "Contoso pay",
            ["msdyn_supportednetworks"] = "192350000,192350001",
        });
        Organization.Rows.Link("msdyn_msdyn_ocrichobject_liveworkstream", Id("rich"), Id("workstream"));
        AddChannels();
    }

    private void AddChannels()
    {
        Add("alpha", "msdyn_occustommessagingchannel", new()
        {
            ["msdyn_name"] = "Alpha web",
            ["msdyn_occustomchannelid"] = 192350005,
            ["msdyn_webhookurl"] = "https://alpha.example.com",
            ["msdyn_liveworkstreamid"] = Id("workstream"),
            ["msdyn_ocwidgetlanguage"] = Id("language"),
            ["managedidentityid"] = Id("identity"),
        });
        Add("beta", "msdyn_occustommessagingchannel", new()
        {
            ["msdyn_name"] = "Beta bot",
            ["msdyn_occustomchannelid"] = 192350005,
        });
        Add("gamma", "msdyn_occustommessagingchannel", new()
        {
            ["msdyn_name"] = "Gamma 50% #1",
            ["msdyn_occustomchannelid"] = 192350005,
            ["msdyn_webhookurl"] = "https://gamma.example.com",
            ["msdyn_enablefileattachmentsforagents"] = true,
            ["msdyn_custombotchannelregistration"] = Id("account"),
        });
    }

    private void AddEtags()
    {
        _names["etag:alpha"] = Organization.Rows.Find("msdyn_occustommessagingchannel", Id("alpha"))!.Etag;
        _names["etag:map"] = Organization.Rows.Find("msdyn_ocrichobjectmap", Id("map"))!.Etag;
    }

    private void Add(string name, string table, Dictionary<string, object?> values) =>
        Name(name, Organization.Rows.Add(table, values));

    private void Name(string name, Guid id) => _names[name] = id.ToString();

    private Guid Id(string name) => Guid.Parse(_names[name]);
}
