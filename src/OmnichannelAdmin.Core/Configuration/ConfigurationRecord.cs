using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>A row as a document describes it.</summary>
/// <param name="Key">What tells it from all others.</param>
/// <param name="Values">
/// The columns that the document decides, in canonical form: null for one that is to be empty, a <see cref="RecordKey"/> for a
/// lookup, a <see cref="SecretReference"/> for a secret. A column that is not here may hold anything.
/// </param>
public sealed record ConfigurationRecord(RecordKey Key, IReadOnlyDictionary<ColumnModel, object?> Values)
{
    /// <summary>The record as messages name it.</summary>
    public string Location => $"{Key.Table.Section} '{Key}'";
}
