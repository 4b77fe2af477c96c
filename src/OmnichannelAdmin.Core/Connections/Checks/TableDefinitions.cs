using System.Net;
using System.Text.Json;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>Holds the environment's tables against those that the record classes are bound to.</summary>
internal sealed class TableDefinitions(OcConnection connection, IDataverseObserver observer)
{
    private const string Concurrency = "IsOptimisticConcurrencyEnabled";

    private IReadOnlyList<(IReadOnlyList<TableModel> Models, JsonElement? Definition)>? _definitions;

    /// <summary>Whether every table is there with every column.</summary>
    public async Task<CheckVerdict> JudgePresenceAsync(CancellationToken cancellationToken)
    {
        var definitions = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var missing = definitions.SelectMany(pair => MissingFrom(pair.Models, pair.Definition)).ToList();
        if (missing.Count == 0)
            return CheckVerdict.Passed($"All {definitions.Count} tables are there with every column that is used.");

        var detail = $"Missing: {string.Join(", ", missing.Select(item => item.Name))}.";
        return missing.All(item => item.OnlyFor is not null)
            ? CheckVerdict.Warning(
                detail,
                $"Only {string.Join(", ", missing.Select(item => item.OnlyFor).Distinct())} needs that. An update of "
                + "Omnichannel for Customer Service in this environment may bring it.")
            : CheckVerdict.Failed(
                detail,
                "Install or update Omnichannel for Customer Service in this environment; the channels' own solutions "
                + "count too.");
    }

    /// <summary>Whether a change of the same row by somebody else is noticed on every table.</summary>
    public async Task<CheckVerdict> JudgeConcurrencyAsync(CancellationToken cancellationToken)
    {
        var definitions = await ReadAsync(cancellationToken).ConfigureAwait(false);
        var without = definitions
            .Where(pair => pair.Definition?.PropertyOf(Concurrency) is { ValueKind: JsonValueKind.False })
            .Select(pair => pair.Models[0].LogicalName)
            .ToList();
        return without.Count == 0
            ? CheckVerdict.Passed("On for every table.")
            : CheckVerdict.Warning(
                $"Off for {string.Join(", ", without)}.",
                "Versions of these rows are compared by reading them first, which leaves a short moment for others to "
                + "come between.");
    }

    // What two classes of a table have in common is missing for both, and then not only for the one feature.
    private static IEnumerable<(string Name, string? OnlyFor)> MissingFrom(
        IReadOnlyList<TableModel> models, JsonElement? definition) =>
        from model in models
        from name in MissingFrom(model, definition)
        group model.OnlyFor by name into features
        select (features.Key, features.Contains(null) ? null : features.First());

    private static IEnumerable<string> MissingFrom(TableModel table, JsonElement? definition)
    {
        if (definition is not { } found)
            return [table.LogicalName];

        var there = found.GetProperty("Attributes").EnumerateArray()
            .Select(attribute => attribute.TextOf("LogicalName"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return table.Columns
            .Select(column => column.Declaration.Column)
            .Where(column => !there.Contains(column))
            .Select(column => $"{table.LogicalName}.{column}");
    }

    private async Task<IReadOnlyList<(IReadOnlyList<TableModel> Models, JsonElement? Definition)>> ReadAsync(
        CancellationToken cancellationToken)
    {
        var tables = ModuleTables.All.GroupBy(model => model.LogicalName, StringComparer.Ordinal);
        _definitions ??= await Task.WhenAll(tables.Select(models => ReadAsync([.. models], cancellationToken)))
            .ConfigureAwait(false);
        return _definitions;
    }

    private async Task<(IReadOnlyList<TableModel> Models, JsonElement? Definition)> ReadAsync(
        IReadOnlyList<TableModel> models, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Select = ["LogicalName", Concurrency],
            Expand = [new ODataExpand("Attributes", ["LogicalName"])],
        };
        var path = query.ToPath($"EntityDefinitions(LogicalName='{models[0].LogicalName}')");
        try
        {
            var response = await connection.Client.SendAsync(
                new DataverseRequest(HttpMethod.Get, path), observer, cancellationToken)
                .ConfigureAwait(false);
            return (models, response.Body);
        }
        catch (DataverseException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return (models, null);
        }
    }
}
