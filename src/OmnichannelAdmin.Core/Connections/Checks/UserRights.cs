using System.Text.Json;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>
/// Looks at what the user may do: by a role, and by column security profiles, of their own or of a team.
/// </summary>
internal sealed class UserRights(OcConnection connection, IDataverseObserver observer)
{
    // The platform's template of the role System Administrator, which every copy of the role refers to.
    private static readonly Guid SystemAdministrator = new("627090ff-40a3-4053-8790-584edc5be201");

    // The option of a column permission that allows.
    private const int Allowed = 4;

    private string? _administrator;

    /// <summary>Whether the user is a System Administrator, directly or through a team.</summary>
    public async Task<CheckVerdict> JudgeRoleAsync(CancellationToken cancellationToken)
    {
        _administrator = await FindAdministratorAsync(cancellationToken).ConfigureAwait(false);
        return _administrator is null
            ? CheckVerdict.Failed(
                "The user has no role System Administrator, neither directly nor through a team.",
                "Give it in the Power Platform admin center: the environment, Settings, Users + permissions, Users, "
                + "Manage security roles. Setting messaging channels up needs it.")
            : CheckVerdict.Passed(_administrator);
    }

    /// <summary>Whether the user may read and write the columns that hold secrets.</summary>
    public async Task<CheckVerdict> JudgeSecretsAsync(CancellationToken cancellationToken)
    {
        var secrets = ModuleTables.All
            .SelectMany(table => table.Secrets, (table, column) => new SecretColumn(table, column))
            .ToList();
        if (secrets.Count == 0)
            return CheckVerdict.Skipped("No column that is used holds a secret.");
        if (_administrator is not null)
            return CheckVerdict.Passed("System Administrators read and write all of them.");

        var profiles = await FindProfilesAsync(cancellationToken).ConfigureAwait(false);
        var closed = new List<string>();
        foreach (var secret in secrets)
        {
            if (!await IsOpenAsync(secret, profiles, cancellationToken).ConfigureAwait(false))
                closed.Add(secret.ToString());
        }

        return closed.Count == 0
            ? CheckVerdict.Passed("Column security profiles allow to read and write all of them.")
            : CheckVerdict.Warning(
                $"Not readable or not writable: {string.Join(", ", closed)}.",
                "Add the user to a column security profile that allows read, create and update on them. Until then, "
                + "whether a secret is set cannot be told.");
    }

    private static bool IsAdministrator(JsonElement role) =>
        Guid.TryParse(role.TextOf("_roletemplateid_value"), out var template) && template == SystemAdministrator;

    private async Task<string?> FindAdministratorAsync(CancellationToken cancellationToken)
    {
        var own = await RowsAsync(
            new ODataQuery { Select = ["name", "_roletemplateid_value"] },
            "systemuserroles_association",
            cancellationToken)
            .ConfigureAwait(false);
        if (own.Any(IsAdministrator))
            return "The user has the role.";

        var teams = await TeamsAsync("teamroles_association", ["name", "_roletemplateid_value"], cancellationToken)
            .ConfigureAwait(false);
        var team = teams.FirstOrDefault(
            team => team.GetProperty("teamroles_association").EnumerateArray().Any(IsAdministrator));
        return team.ValueKind == JsonValueKind.Undefined
            ? null
            : $"The user has the role through the team '{team.TextOf("name")}'.";
    }

    private async Task<IReadOnlySet<Guid>> FindProfilesAsync(CancellationToken cancellationToken)
    {
        const string Key = "fieldsecurityprofileid";
        var own = await RowsAsync(
            new ODataQuery { Select = [Key] }, "systemuserprofiles_association", cancellationToken)
            .ConfigureAwait(false);
        var teams = await TeamsAsync("teamprofiles_association", [Key], cancellationToken).ConfigureAwait(false);
        return own.Concat(teams.SelectMany(team => team.GetProperty("teamprofiles_association").EnumerateArray()))
            .Select(profile => profile.GetProperty(Key).GetGuid())
            .ToHashSet();
    }

    private async Task<bool> IsOpenAsync(
        SecretColumn secret, IReadOnlySet<Guid> profiles, CancellationToken cancellationToken)
    {
        string[] rights = ["canread", "cancreate", "canupdate"];
        var query = new ODataQuery
        {
            Select = [.. rights, "_fieldsecurityprofileid_value"],
            Filter = ODataFilter.And(
                ODataFilter.Equal("entityname", secret.Table.LogicalName),
                ODataFilter.Equal("attributelogicalname", secret.Column.Declaration.Column)),
        };
        var all = await ReadAsync(query.ToPath("fieldpermissions"), cancellationToken).ConfigureAwait(false);
        var own = all
            .Where(row => profiles.Contains(row.GetProperty("_fieldsecurityprofileid_value").GetGuid()))
            .ToList();
        return Array.TrueForAll(rights, right => own.Any(row => row.GetProperty(right).GetInt32() == Allowed));
    }

    private Task<IReadOnlyList<JsonElement>> TeamsAsync(
        string expand, string[] select, CancellationToken cancellationToken) => RowsAsync(
            new ODataQuery { Select = ["name"], Expand = [new ODataExpand(expand, select)] },
            "teammembership_association",
            cancellationToken);

    private Task<IReadOnlyList<JsonElement>> RowsAsync(
        ODataQuery query, string relationship, CancellationToken cancellationToken) =>
        ReadAsync(query.ToPath($"{ODataPath.Row("systemusers", connection.UserId)}/{relationship}"), cancellationToken);

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var rows = new List<JsonElement>();
        var request = new DataverseRequest(HttpMethod.Get, path);
        var pages = connection.Client.ReadPagesAsync(request, observer, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
            rows.AddRange(page.Rows);

        return rows;
    }
}
