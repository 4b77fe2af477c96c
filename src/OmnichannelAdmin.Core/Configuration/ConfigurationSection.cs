using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>The rows of one table as a document describes them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Records">The rows, in the order of their keys.</param>
public sealed record ConfigurationSection(TableModel Table, IReadOnlyList<ConfigurationRecord> Records)
{
    /// <summary>The section's name in the document.</summary>
    public string Name => Table.Section!;

    /// <summary>The section's name and how many records it has.</summary>
    public override string ToString() => $"{Name} ({Records.Count})";
}
