using System.Security;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>A connection to a sandbox of its own, and the desired-state verbs over it.</summary>
internal sealed class ConfiguredEnvironment : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private ConfiguredEnvironment(SandboxOrganization organization, OcConnection connection)
    {
        Organization = organization;
        Connection = connection;
    }

    public SandboxOrganization Organization { get; }

    public OcConnection Connection { get; }

    public static Task<ConfiguredEnvironment> OpenAsync() =>
        OpenAsync(new SandboxOrganization(), new DataverseClientOptions());

    /// <summary>A second connection to an organization, as another process would have it.</summary>
    public static async Task<ConfiguredEnvironment> OpenAsync(
        SandboxOrganization organization, DataverseClientOptions options)
    {
        var settings = new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = organization.CreateHandler(),
            Client = options,
            Time = new ManualTimeProvider { AutoAdvance = true },
        };
        var connection = await OcConnection.OpenAsync(settings, SilentObserver.Instance, CancellationToken.None);
        return new ConfiguredEnvironment(organization, connection);
    }

    public static ConfigurationDocument Parse(string json, params (string Name, string Value)[] variables) =>
        ConfigurationDocument.Parse(
            json, variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    public Task<ConfigurationPlan> PlanAsync(string json, bool prune = false) => PlanAsync(Parse(json), prune);

    public Task<ConfigurationPlan> PlanAsync(ConfigurationDocument document, bool prune = false) =>
        PlanAsync(document, new PlanOptions { Prune = prune });

    public Task<ConfigurationPlan> PlanAsync(ConfigurationDocument document, PlanOptions options) =>
        DesiredState.PlanAsync(document, Connection, options, SilentObserver.Instance, CancellationToken.None);

    public Task<PlanResult> ApplyAsync(ConfigurationPlan plan) => ApplyAsync(plan, AnySecret());

    public Task<PlanResult> ApplyAsync(ConfigurationPlan plan, ISecretSource secrets) =>
        new PlanExecutor(Connection.Records(SilentObserver.Instance), Connection.OrganizationId, secrets)
            .ApplyAsync(plan, new Progress<PlanProgress>(), CancellationToken.None);

    public async Task<PlanResult> ApplyAsync(string json) => await ApplyAsync(await PlanAsync(json));

    public async Task<ConfigurationDocument> ExportAsync()
    {
        var (document, _) = await ConfigurationExport.ReadAsync(
            Connection.Records(SilentObserver.Instance), new ExportRequest(), CancellationToken.None);
        return ConfigurationDocument.Parse(document.ToJson(), NoVariables);
    }

    /// <summary>The row of a table that has the name.</summary>
    public async Task<T> FindAsync<T>(string name)
        where T : OcRecord =>
        await Connection.Records(SilentObserver.Instance).FindAsync<T>(
            RecordIdentity.Parse(name), CancellationToken.None);

    /// <summary>All rows of a table.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>()
        where T : OcRecord
    {
        var rows = new List<T>();
        await foreach (var row in Connection.Records(SilentObserver.Instance).ReadAsync<T>(
            new RecordQuery(), CancellationToken.None))
            rows.Add(row);

        return rows;
    }

    /// <summary>How many requests have been sent that may change something.</summary>
    public int CountWrites() => Organization.Requests.Entries.Count(request => request.Method != "GET");

    /// <summary>Adds an automated message past the module.</summary>
    public void AddMessage(int streamSource, string channel) => Organization.Rows.Add("msdyn_ocsystemmessage", new()
    {
        ["msdyn_systemmessageeventtype"] = 192350056,
        ["msdyn_streamsource"] = streamSource,
        ["msdyn_messagereceiver"] = 192350001,
        ["msdyn_messagetext"] = "Hello!",
        ["msdyn_instanceid"] = channel,
    });

    public void Dispose()
    {
        Connection.Dispose();
        Organization.Dispose();
    }

    /// <summary>Secrets among which whatever a document refers to is there.</summary>
    public static SecretSources AnySecret() =>
        new(new Dictionary<string, SecureString>(), _ => "any", Path.GetTempPath(), vault: null);
}
