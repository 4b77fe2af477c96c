using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>What the path of a request leads to.</summary>
/// <param name="Path">The path below the root of the Web API, without its query.</param>
/// <param name="Table">The table, where it is one of the module's.</param>
/// <param name="Id">The row, where the path names it by its GUID.</param>
/// <param name="IsWhole">Whether the path leads to the table or the row itself and to nothing below it.</param>
internal sealed partial record RequestTarget(string Path, TableModel? Table, Guid? Id, bool IsWhole)
{
    /// <summary>Reads the path of a request to an environment.</summary>
    public static RequestTarget Of(DataverseRequest request, EnvironmentUrl environment)
    {
        // A path that is none will be refused when it is sent.
        if (!Uri.TryCreate(environment.ApiRoot, request.Path, out var url))
            return new RequestTarget("", null, null, IsWhole: false);

        var path = Uri.UnescapeDataString(ApiRoot().Replace(url.AbsolutePath, ""));
        var match = TableOrRow().Match(path);
        var tables = ModuleTables.All.Where(table => table.EntitySet == match.Groups["set"].Value);
        return new RequestTarget(
            path,
            Fitting([.. tables.OrderBy(table => table.Columns.Count)], request.Body),
            Guid.TryParse(match.Groups["id"].Value, out var id) ? id : null,
            match.Groups["rest"].Length == 0);
    }

    // Of two classes of one table, the larger one has columns that not every environment has.
    private static TableModel? Fitting(IReadOnlyList<TableModel> tables, JsonObject? body)
    {
        var names = body?.Select(value => value.Key).ToList() ?? [];
        return tables.FirstOrDefault(
            table => names.All(name => table.Columns.Any(column => column.Declaration.WrittenName == name)))
            ?? (tables.Count > 0 ? tables[0] : null);
    }

    // Any version of the Web API writes the same rows.
    [GeneratedRegex(@"^/api/data/v[\d.]+/")]
    private static partial Regex ApiRoot();

    [GeneratedRegex(@"^(?<set>\w+)(?:\((?<id>[0-9A-Fa-f-]{36})\))?(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex TableOrRow();
}
