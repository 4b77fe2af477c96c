using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Writes an environment down as a document.</summary>
public sealed class ConfigurationExport
{
    private readonly EnvironmentSnapshot _snapshot;
    private readonly ExportRequest _request;
    private readonly List<ConfigurationProblem> _problems = [];
    private readonly List<string> _warnings = [];
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);

    private ConfigurationExport(EnvironmentSnapshot snapshot, ExportRequest request)
    {
        _snapshot = snapshot;
        _request = request;
    }

    /// <summary>Reads the environment and writes down what was asked for.</summary>
    /// <returns>The document, and what the reader should know of it.</returns>
    /// <exception cref="ConfigurationException">Two rows have one key, or a row lacks one; all of them are
    /// listed.</exception>
    public static async Task<(ConfigurationDocument Document, IReadOnlyList<string> Warnings)> ReadAsync(
        RecordStore store, ExportRequest request, CancellationToken cancellationToken)
    {
        var tables = ConfigurationModel.ReadFor(request.Tables);
        var snapshot = await EnvironmentSnapshot.ReadAsync(store, tables, cancellationToken).ConfigureAwait(false);
        var export = new ConfigurationExport(snapshot, request);
        return (export.Write(), export._warnings);
    }

    private ConfigurationDocument Write()
    {
        var sections = _request.Tables.OrderBy(table => table.Section, StringComparer.Ordinal)
            .Select(WriteSection).ToList();
        return _problems.Count == 0 ? new ConfigurationDocument(sections) : throw new ConfigurationException(_problems);
    }

    private ConfigurationSection WriteSection(TableModel table)
    {
        var keyed = _snapshot.Rows(table)
            .Where(row => _request.Wants(table, row))
            .Select(row => (Row: row, Key: RequireKey(table, row)))
            .Where(pair => pair.Key is not null)
            .GroupBy(pair => pair.Key!, pair => pair.Row);
        var records = keyed.OrderBy(group => group.Key, RecordKey.Order)
            .Select(group => WriteRecord(table, group.Key, RequireOne(group)))
            .ToList();
        return new ConfigurationSection(table, records);
    }

    private RecordKey? RequireKey(TableModel table, OcRecord row)
    {
        if (_snapshot.KeyOf(row) is { } key)
            return key;

        return Complain<RecordKey>(
            $"{table.Section} '{table.NameOf(row) ?? row.Id.ToString()}'",
            $"the row {row.Id} lacks its key, {ConfigurationModel.DescribeKey(table)}, "
                + "or points at a row that cannot be seen.");
    }

    private OcRecord RequireOne(IGrouping<RecordKey, OcRecord> rows)
    {
        if (rows.Count() > 1)
            Complain<object>($"{rows.Key.Table.Section} '{rows.Key}'", SeveralRows(rows));

        return rows.First();
    }

    private ConfigurationRecord WriteRecord(TableModel table, RecordKey key, OcRecord row)
    {
        var values = new Dictionary<PropertyModel, object?>();
        foreach (var property in ConfigurationModel.PropertiesOf(table))
        {
            if (property is LinksModel links)
                values[links] = WriteLinks(links, key, row);
            else if (property is ColumnModel { Declaration.IsSecret: true } secret)
                WriteSecret(secret, key, row, values);
            else
                values[property] = WriteValue((ColumnModel)property, key, row);
        }

        return new ConfigurationRecord(key, values);
    }

    private object? WriteValue(ColumnModel column, RecordKey key, OcRecord row)
    {
        var value = DocumentValue.Canonical(column, column.ValueOf(row));
        return value is RecordReference reference
            ? WriteReference(column, key, reference, _snapshot.KeyOf(row, column))
            : value;
    }

    private List<RecordKey> WriteLinks(LinksModel links, RecordKey key, OcRecord row) =>
    [
        .. links.ValueOf(row)
            .Select(reference => WriteReference(links, key, reference, _snapshot.KeyOf(links, reference)))
            .OfType<RecordKey>()
            .Order(RecordKey.Order),
    ];

    private RecordKey? WriteReference(
        PropertyModel property, RecordKey key, RecordReference reference, RecordKey? target)
    {
        var place = $"{key.Table.Section} '{key}' {property.DocumentName}";
        if (target is null)
            return Complain<RecordKey>(place, $"it points at '{reference}', which cannot be seen or has no key.");

        var rows = _snapshot.Find(target);
        return rows.Count > 1 ? Complain<RecordKey>(place, SeveralRows(rows)) : target;
    }

    private void WriteSecret(ColumnModel column, RecordKey key, OcRecord row, Dictionary<PropertyModel, object?> values)
    {
        var state = (SecretState)column.ValueOf(row)!;
        if (state == SecretState.Set)
            values[column] = SecretReference.ToEnvironmentVariable(VariableName(key, column));
        if (state == SecretState.NotReadable)
            _warnings.Add(
                $"Whether {key.Table.Section} '{key}' has a {column} cannot be read, "
                    + "so the document says nothing of it.");
    }

    private string VariableName(RecordKey key, ColumnModel column)
    {
        var name = new string([.. $"OC_{key.Table.DisplayName}_{key}_{column}".ToUpperInvariant().Select(
            c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        var unique = name;
        for (var number = 2; !_variables.Add(unique); number++)
            unique = $"{name}_{number}";

        return unique;
    }

    private static string SeveralRows(IEnumerable<OcRecord> rows) =>
        "several rows have this key, so they cannot be told apart; rename or remove all but one: "
            + $"{string.Join(", ", rows.Select(row => row.Id).Order())}.";

    private T? Complain<T>(string location, string text)
        where T : class
    {
        _problems.Add(new ConfigurationProblem(location, text));
        return null;
    }
}
