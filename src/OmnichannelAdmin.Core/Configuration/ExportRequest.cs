using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>What to export.</summary>
public sealed record ExportRequest
{
    /// <summary>The tables whose rows are wanted; all that have a section unless given.</summary>
    public IReadOnlyList<TableModel> Tables { get; init; } = ConfigurationModel.Tables;

    /// <summary>The names that a row must have one of, or none for all rows.</summary>
    public IReadOnlyList<NamePattern> Names { get; init; } = [];

    /// <summary>Whether a row is wanted.</summary>
    internal bool Wants(TableModel table, OcRecord row) =>
        Names.Count == 0 || Names.Any(name => name.Matches(table.NameOf(row)));
}
