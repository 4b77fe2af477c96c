using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>A lookup that led to a removed row, and that the platform cleared with it.</summary>
/// <param name="Table">The table of the row that has the lookup.</param>
/// <param name="RecordId">The row that has the lookup.</param>
/// <param name="Column">The property's name.</param>
public sealed record LostReference(TableModel Table, Guid RecordId, string Column)
{
    /// <summary>The record class and the property.</summary>
    public override string ToString() => $"{Table.RecordName}.{Column}";
}
